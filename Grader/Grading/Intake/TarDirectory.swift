import Foundation

/// The entries of a tar file: POSIX, GNU and the oldest.
struct TarDirectory {
  let members: [ArchiveMember]

  init(_ data: Data, mostMembers: Int) throws(ArchiveProblem) {
    let bytes = [UInt8](data)
    var members: [ArchiveMember] = []
    var (i, longName): (Int, [UInt8]?) = (0, nil)
    while i + 512 <= bytes.count, bytes[i..<i + 512].contains(where: { $0 != 0 }) {
      guard let size = Self.number(bytes[i + 124..<i + 136]), size <= bytes.count - i - 512,
        Self.sum(bytes[i..<i + 512]) == Self.number(bytes[i + 148..<i + 156])
      else { throw .damaged }
      let content = i + 512..<i + 512 + size
      i = content.lowerBound + (size + 511) / 512 * 512
      let head = content.lowerBound - 512
      switch bytes[head + 156] {
      case UInt8(ascii: "L"):
        longName = Array(bytes[content].prefix { $0 != 0 })
        continue
      case UInt8(ascii: "x"):
        longName = Self.path(in: bytes[content]) ?? longName
        continue
      case UInt8(ascii: "g"), UInt8(ascii: "K"): continue
      default: break
      }
      guard members.count < mostMembers else { throw .tooMany(limit: mostMembers) }
      let name = longName ?? Self.name(bytes[head..<head + 512])
      longName = nil
      members.append(
        ArchiveMember(
          name: name, kind: Self.kind(bytes[head + 156], name), size: size, place: .stored(content))
      )
    }
    guard !members.isEmpty else { throw .damaged }
    self.members = members
  }

  private static func kind(_ flag: UInt8, _ name: [UInt8]) -> ArchiveMember.Kind {
    switch flag {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
      name.last == UInt8(ascii: "/") ? .folder : .file
    case UInt8(ascii: "1"), UInt8(ascii: "2"): .link
    case UInt8(ascii: "5"): .folder
    default: .other
    }
  }

  private static func name(_ head: ArraySlice<UInt8>) -> [UInt8] {
    let start = head.startIndex
    func text(_ range: Range<Int>) -> [UInt8] {
      Array(head[start + range.lowerBound..<start + range.upperBound].prefix { $0 != 0 })
    }
    let isPOSIX = text(257..<263) == Array("ustar".utf8)
    let prefix = isPOSIX ? text(345..<500) : []
    return prefix + (prefix.isEmpty ? [] : [UInt8(ascii: "/")]) + text(0..<100)
  }

  /// Octal, with blanks around it. What is larger than that can say is larger than is read here.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == UInt8(ascii: " ") }
      .prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    guard digits.count <= 12, field.first.map({ $0 < 128 }) ?? false else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - UInt8(ascii: "0")) }
  }

  private static func sum(_ head: ArraySlice<UInt8>) -> Int {
    let own = head.startIndex + 148..<head.startIndex + 156
    return head.indices.reduce(0) { $0 + (own.contains($1) ? 32 : Int(head[$1])) }
  }

  /// The name in the lines of a POSIX header, "27 path=…".
  private static func path(in lines: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = lines
    while let blank = rest.firstIndex(of: UInt8(ascii: " ")),
      let count = Int(String(decoding: rest[..<blank], as: UTF8.self)), count > 0,
      count <= rest.count, rest.startIndex + count > blank + 1
    {
      let line = rest[blank + 1..<rest.startIndex + count]
      let key = Array("path=".utf8)
      if line.starts(with: key) {
        return Array(line.dropFirst(key.count).prefix { $0 != UInt8(ascii: "\n") })
      }
      rest = rest[(rest.startIndex + count)...]
    }
    return nil
  }
}
