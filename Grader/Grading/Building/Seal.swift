import Datasets
import Foundation

/// What the files of something kept were like when it was made: whoever finds others makes it anew, and
/// never runs them. Where nothing says otherwise they are told by what the system says of them, of
/// which nobody but an administrator can set the time of the last change; else, where it is worth
/// reading them all, by their contents.
struct Seal: Codable, Sendable {
  private var files: [String: File]

  private struct File: Codable, Sendable {
    var digest: String?
    var mark: [Int]
  }

  static let file = "seal.json"

  /// Looks at what lies in `folder`.
  ///
  /// - Parameter isQuick: Whether the files are not read, because they are sooner made anew.
  init(of folder: String, isQuick: Bool = false) throws(GraderError) {
    files = [:]
    for name in try Self.names(in: folder) {
      let digest = isQuick ? nil : Self.digest("\(folder)/\(name)")
      guard isQuick || digest != nil, let mark = Self.mark("\(folder)/\(name)")
      else { throw .cannotRead(path: "\(folder)/\(name)", errno: errno) }
      files[name] = File(digest: digest, mark: mark)
    }
  }

  func write(in folder: String) throws(GraderError) {
    let path = "\(folder)/\(Self.file)"
    guard let data = try? JSONEncoder().encode(self) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path, durably: false)
  }

  /// Returns whether all that was sealed in `folder` is as it was.
  static func isIntact(_ folder: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
      let seal = try? JSONDecoder().decode(Seal.self, from: data), !seal.files.isEmpty
    else { return false }
    return seal.files.allSatisfy { name, file in
      let path = "\(folder)/\(name)"
      guard let mark = mark(path) else { return false }
      return mark == file.mark || file.digest != nil && digest(path) == file.digest
    }
  }

  /// The files at the top: what is compiled lies deeper, and is not read again.
  private static func names(in folder: String) throws(GraderError) -> [String] {
    try FolderListing(folder).entries.filter { $0.kind == .file && $0.name != EntryName(file) }
      .map(\.name.text)
  }

  private static func digest(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { Digest($0).description }
  }

  /// Which file it is, how long, and when it was last written and changed; nil where it is no file.
  private static func mark(_ path: String) -> [Int]? {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    #if canImport(Darwin)
      let (written, changed) = (information.st_mtimespec, information.st_ctimespec)
    #else
      let (written, changed) = (information.st_mtim, information.st_ctim)
    #endif
    return [
      Int(information.st_ino), Int(information.st_size), Int(information.st_mode),
      written.tv_sec, written.tv_nsec, changed.tv_sec, changed.tv_nsec,
    ]
  }
}
