import Foundation

@testable import Grading

/// Archives as others make them, byte by byte, so that they can say whatever is wanted.
enum PackedFiles {
  struct Entry {
    var name: [UInt8]
    var data = Data()

    /// As Unix has it: 0o120000 is a link.
    var mode = 0o100644

    /// What the archive says of the length; nil for the truth.
    var claimed: Int?
    var isDeflated = false

    /// What stands in the archive; nil for what it should.
    var packed: Data?
    var isEncrypted = false

    init(_ name: String, _ text: String = "", mode: Int = 0o100644) {
      self.name = Array(name.utf8)
      data = Data(text.utf8)
      self.mode = mode
    }
  }

  static func zip(_ entries: [Entry]) throws -> Data {
    var (file, directory) = (Data(), Data())
    for entry in entries {
      let gzip = try self.gzip(entry.data)
      let packed =
        entry.packed ?? Data(entry.isDeflated ? gzip.dropFirst(10).dropLast(8) : entry.data[...])
      let flags = entry.isEncrypted ? 1 : 0
      let common =
        word(flags) + word(entry.isDeflated ? 8 : 0) + long(0) + gzip.suffix(8).prefix(4)
        + long(packed.count) + long(entry.claimed ?? entry.data.count) + word(entry.name.count)
      directory += long(0x0201_4B50) + word(3 << 8 | 20) + word(20) + common + word(0) + word(0)
      directory += word(0) + word(0) + long(entry.mode << 16) + long(file.count) + entry.name
      file += long(0x0403_4B50) + word(20) + common + word(0) + entry.name + packed
    }
    let end =
      long(0x0605_4B50) + long(0) + word(entries.count) + word(entries.count)
      + long(directory.count) + long(file.count) + word(0)
    return file + directory + end
  }

  static func tar(_ entries: [Entry]) -> Data {
    var file = Data()
    for entry in entries {
      let kind = [0o120000: "2", 0o040000: "5", 0o010000: "6"][entry.mode & 0o170000] ?? "0"
      let size = kind == "0" ? entry.data.count : 0
      var head = Data(entry.name.prefix(100)) + Data(count: 100 - min(entry.name.count, 100))
      head += Data(String(format: "0000644\0%07o\0%07o\0%011o\0%011o\0", 0, 0, size, 0).utf8)
      head += Data("        \(kind)".utf8) + Data(count: 512 - 157)
      let sum = head.reduce(0) { $0 + Int($1) }
      head.replaceSubrange(148..<156, with: Data(String(format: "%06o\0 ", sum).utf8))
      file += head
      if size > 0 { file += entry.data + Data(count: (512 - size % 512) % 512) }
    }
    return file + Data(count: 1024)
  }

  /// What the system's `gzip` makes of it, without a name in its head.
  static func gzip(_ data: Data) throws -> Data {
    let scratch = try ScratchFolder()
    let path = "\(scratch.path)/x"
    try data.write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", path]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: URL(fileURLWithPath: "\(path).gz"))
  }

  private static func word(_ x: Int) -> Data { Data([UInt8(x & 0xFF), UInt8(x >> 8 & 0xFF)]) }
  private static func long(_ x: Int) -> Data { word(x & 0xFFFF) + word(x >> 16) }
}
