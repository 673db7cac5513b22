import Foundation
import Synchronization

/// What has been built once and is worth keeping: folders, by names that say what went into them.
struct BuildCache: Sendable {
  let folder: String

  /// How many are kept however old they are, and how long any is kept after its last use.
  private static let count = 128
  private static let age = 24.0 * 3600

  func path(of name: String) -> String { "\(folder)/\(name)" }

  /// Returns whether `file` is there under `name`, and all as it was made, and takes note of the use.
  /// What is not as it was made is taken away.
  func holds(_ file: String, under name: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path(of: name)) else { return false }
    guard Seal.isIntact(path(of: name)),
      FileManager.default.fileExists(atPath: "\(path(of: name))/\(file)")
    else {
      Folder.remove(path(of: name))
      return false
    }
    try? FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: path(of: name))
    return true
  }

  /// Returns whether what is kept with `file` is as it was made.
  func isIntact(_ file: String) -> Bool {
    Seal.isIntact((file as NSString).deletingLastPathComponent)
  }

  /// Makes what is kept under `name` by `make`, in a folder aside, and puts it in place whole:
  /// whoever makes the same at the same time comes to the same, and one of the two is thrown away.
  ///
  /// - Parameter isQuick: Whether it is sooner made anew than read.
  func put<Made>(
    _ name: String, isQuick: Bool = false, _ make: (String) throws(GraderError) -> Made
  ) throws(GraderError) -> Made {
    let aside = "\(path(of: name)).\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    try Folder.makeWritable(folder)
    try Folder.make(aside)
    let made = try make(aside)
    try Seal(of: aside, isQuick: isQuick).write(in: aside)
    try? FileManager.default.moveItem(atPath: aside, toPath: path(of: name))
    prune()
    return made
  }

  /// Does `work` with what is kept under `name`, which lies at `place` meanwhile, so that nobody else works
  /// on it; with nothing, where it is not there as it was made. What `work` leaves at `place` is kept: of
  /// several that did not know of each other the last one's.
  func lending<Made>(
    _ name: String, to place: String, _ work: (String) throws(GraderError) -> Made
  ) throws(GraderError) -> Made {
    if Seal.isIntact(path(of: name)) {
      try? FileManager.default.moveItem(atPath: path(of: name), toPath: place)
    }
    defer {
      if let seal = try? Seal(of: place, isQuick: true), (try? seal.write(in: place)) != nil {
        Folder.remove(path(of: name))
        try? FileManager.default.moveItem(atPath: place, toPath: path(of: name))
      }
    }
    return try work(place)
  }

  /// Does `work`, which makes what is kept under `name`, while nobody else of this process does:
  /// two at once would do it twice.
  func alone<Made>(
    _ name: String, _ work: () throws(GraderError) -> Made
  ) throws(GraderError) -> Made {
    let lock = Self.locks.withLock { locks in
      if let lock = locks[path(of: name)] { return lock }
      let lock = NSLock()
      locks[path(of: name)] = lock
      return lock
    }
    lock.lock()
    defer { lock.unlock() }
    return try work()
  }

  private static let locks = Mutex<[String: NSLock]>([:])

  private func prune() {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard names.count > Self.count else { return }
    let dated = names.map { name in
      let date = (try? files.attributesOfItem(atPath: path(of: name)))?[.modificationDate]
      return (name, date as? Date ?? .now)
    }
    let oldest = dated.sorted { $0.1 < $1.1 }.prefix(names.count - Self.count)
    for (name, date) in oldest where date < .now - Self.age {
      try? files.removeItem(atPath: path(of: name))
    }
  }
}
