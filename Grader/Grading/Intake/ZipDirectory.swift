import Foundation

/// The list of entries at the end of a ZIP file. Every number in it may be a lie, so each is held
/// against the file before it is used.
struct ZipDirectory {
  let members: [ArchiveMember]

  init(_ bytes: Data, mostMembers: Int) throws(ArchiveProblem) {
    let bytes = ZipBytes(bytes)
    guard let end = bytes.lastIndex(of: 0x0605_4B50, within: 22 + 65_535) else { throw .damaged }
    guard let count = bytes.word(at: end + 10), let start = bytes.long(at: end + 16) else {
      throw .damaged
    }
    guard count < 0xFFFF, start < 0xFFFF_FFFF else { throw .zip64 }
    guard count <= mostMembers else { throw .tooMany(limit: mostMembers) }
    var members: [ArchiveMember] = []
    var i = start
    for _ in 0..<count {
      guard bytes.long(at: i) == 0x0201_4B50, let madeBy = bytes.word(at: i + 4),
        let flags = bytes.word(at: i + 8), let method = bytes.word(at: i + 10),
        let crc = bytes.long(at: i + 16), let packed = bytes.long(at: i + 20),
        let size = bytes.long(at: i + 24), let nameCount = bytes.word(at: i + 28),
        let extraCount = bytes.word(at: i + 30), let commentCount = bytes.word(at: i + 32),
        let attributes = bytes.long(at: i + 38), let offset = bytes.long(at: i + 42),
        let name = bytes.slice(i + 46, count: nameCount)
      else { throw .damaged }
      guard packed < 0xFFFF_FFFF, size < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else { throw .zip64 }
      guard flags & 1 == 0 else { throw .encrypted }
      guard method == 0 || method == 8 else { throw .unknownMethod }
      guard bytes.long(at: offset) == 0x0403_4B50, let localName = bytes.word(at: offset + 26),
        let localExtra = bytes.word(at: offset + 28)
      else { throw .damaged }
      let first = offset + 30 + localName + localExtra
      guard bytes.slice(first, count: packed) != nil, method == 8 || size == packed else {
        throw .damaged
      }
      let range = first..<first + packed
      members.append(
        ArchiveMember(
          name: name, isUnicode: flags & 0x800 != 0,
          kind: Self.kind(
            name, mode: madeBy >> 8 == 3 ? attributes >> 16 : 0),
          size: size,
          place: method == 0 ? .stored(range) : .deflated(range, crc: UInt32(crc))))
      i += 46 + nameCount + extraCount + commentCount
    }
    self.members = members
  }

  /// - Parameter mode: As Unix keeps it; zero where the archive comes from elsewhere.
  private static func kind(_ name: [UInt8], mode: Int) -> ArchiveMember.Kind {
    switch mode & 0o170000 {
    case 0o120000: .link
    case 0o040000: .folder
    case 0, 0o100000: name.last == UInt8(ascii: "/") ? .folder : .file
    default: .other
    }
  }
}

/// Numbers as ZIP files have them, the least byte first; nil beyond the end.
private struct ZipBytes {
  private let data: Data

  init(_ data: Data) {
    self.data = data
  }

  func slice(_ start: Int, count: Int) -> [UInt8]? {
    guard start >= 0, count >= 0, start <= data.count, count <= data.count - start else {
      return nil
    }
    return Array(data[data.startIndex + start..<data.startIndex + start + count].prefix(1 << 16))
  }

  private func number(at i: Int, count: Int) -> Int? {
    slice(i, count: count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func word(at i: Int) -> Int? { number(at: i, count: 2) }
  func long(at i: Int) -> Int? { number(at: i, count: 4) }

  func lastIndex(of signature: Int, within count: Int) -> Int? {
    guard data.count >= 22 else { return nil }
    return stride(from: data.count - 22, through: max(0, data.count - count), by: -1).first {
      long(at: $0) == signature
    }
  }
}
