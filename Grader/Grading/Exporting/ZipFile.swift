import Foundation

/// A ZIP file that is written. Nothing in it is packed, nor dated: the same files make the same bytes.
struct ZipFile {
  private var files = Data()
  private var directory = Data()
  private var count = 0

  mutating func add(_ name: String, _ data: Data, isExecutable: Bool = false) {
    let name = Data(name.utf8)
    let mode = isExecutable ? 0o100755 : 0o100644
    // UTF-8, stored, the first day that there is.
    let common =
      Self.word(0x800) + Self.word(0) + Self.word(0) + Self.word(0x21)
      + Self.long(Int(Self.sum(data))) + Self.long(data.count) + Self.long(data.count)
      + Self.word(name.count) + Self.word(0)
    directory += Self.long(0x0201_4B50) + Self.word(3 << 8 | 20) + Self.word(20) + common
    directory += Self.word(0) + Self.word(0) + Self.word(0) + Self.long(mode << 16)
    directory += Self.long(files.count) + name
    files += Self.long(0x0403_4B50) + Self.word(20) + common + name + data
    count += 1
  }

  var data: Data {
    files + directory + Self.long(0x0605_4B50) + Self.long(0) + Self.word(count)
      + Self.word(count) + Self.long(directory.count) + Self.long(files.count) + Self.word(0)
  }

  private static func word(_ x: Int) -> Data { Data([UInt8(x & 0xFF), UInt8(x >> 8 & 0xFF)]) }
  private static func long(_ x: Int) -> Data { word(x & 0xFFFF) + word(x >> 16) }

  /// The CRC-32 of ISO 3309.
  static func sum(_ data: Data) -> UInt32 {
    ~data.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { x, _ in x & 1 == 1 ? 0xEDB8_8320 ^ x >> 1 : x >> 1 }
  }
}
