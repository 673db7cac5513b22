import Foundation

/// A folder of its own for one test, removed with the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "gradus-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: false)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  /// Makes the file `size` bytes long: zeros that take no room on disk, or what it held, cut.
  func resize(_ file: String, to size: Int) throws {
    if !FileManager.default.fileExists(atPath: "\(path)/\(file)") { try write([], to: file) }
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: "\(path)/\(file)"))
    defer { try? handle.close() }
    try handle.truncate(atOffset: UInt64(size))
  }

  func overwrite(_ bytes: [UInt8], at offset: Int, of file: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: "\(path)/\(file)"))
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data(bytes))
  }
}
