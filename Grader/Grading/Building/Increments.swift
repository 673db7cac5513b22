import Foundation

/// A room that is compiled file by file in a folder of its own, so that after a save the compiler takes
/// only what has changed, and what that changes for other files, by its own records of who uses what.
struct Increments {
  let folder: String

  /// As whole modules are compiled, but for the whole. With all errors, not those of the first file
  /// alone; and a compiler a core, each of which reads all files, pays for so many.
  static let flags = ["-incremental", "-enable-batch-mode", "-continue-building-after-errors"]
  private static let jobs = min(4, ProcessInfo.processInfo.activeProcessorCount)
  private static let map = "files.json"

  /// Writes those of `sources` that are not there already, and takes away what is no more among them.
  ///
  /// - Returns: What the compiler is told, whose working folder `folder` has to be.
  func lay(_ sources: [String: Data]) throws(GraderError) -> [String] {
    try Folder.make(folder)
    let there = try FolderListing(folder).entries.map(\.name.text)
    for name in there where name.hasSuffix(".swift") && sources[name] == nil {
      Folder.remove("\(folder)/\(name)")
    }
    for (name, data) in sources
    where FileManager.default.contents(atPath: "\(folder)/\(name)") != data {
      // The compiler tells what has changed by dates. A file without an object is compiled whatever
      // its date.
      Folder.remove("\(folder)/\(Self.object(of: name))")
      try AtomicFile.write(data, to: "\(folder)/\(name)", durably: false)
    }
    let names = sources.keys.sorted()
    var outputs = ["": ["swift-dependencies": "room.swiftdeps"]]
    for name in names {
      outputs[name] = [
        "object": Self.object(of: name), "swift-dependencies": "\(name).swiftdeps",
      ]
    }
    let path = "\(folder)/\(Self.map)"
    guard let data = try? JSONEncoder().encode(outputs) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path, durably: false)
    return Self.flags + ["-j", "\(Self.jobs)", "-output-file-map", Self.map, "-c"] + names
  }

  /// The objects of `sources`, where these have been compiled.
  func objects(of sources: [String: Data]) -> [String] {
    sources.keys.sorted().map { "\(folder)/\(Self.object(of: $0))" }
  }

  private static func object(of name: String) -> String { "\(name).o" }
}
