import Foundation

/// Unpacks the entries of an archive in their order, many at a time: to start a program takes longer than
/// to unpack a source file.
struct Inflater {
  private static let mostBytes = 8 << 20
  private static let mostMembers = 200

  private let data: Data
  private let scratch: String

  /// Those that are still to come.
  private var rest: ArraySlice<ArchiveMember>
  private var ready: [Range<Int>: Data] = [:]

  /// - Parameter members: Those that will be asked for.
  init(_ data: Data, _ members: [ArchiveMember], in scratch: String) {
    (self.data, self.scratch) = (data, scratch)
    rest = members[...]
  }

  /// Returns what `member` holds.
  mutating func contents(of member: ArchiveMember) throws(ArchiveProblem) -> Data {
    switch member.place {
    case .stored(let range): return bytes(range)
    case .deflated(let range, let crc):
      if ready[range] == nil { try prepare() }
      if let contents = ready.removeValue(forKey: range), contents.count == member.size {
        return contents
      }
      // One in the group is not what it says, and must cost no other.
      let piece = Unpacker.Piece(deflated: bytes(range), crc: crc, size: member.size)
      return try Unpacker.inflate([piece], in: scratch)[0]
    }
  }

  private mutating func prepare() throws(ArchiveProblem) {
    var group: [(range: Range<Int>, piece: Unpacker.Piece)] = []
    var size = 0
    while let member = rest.first, group.count < Self.mostMembers, size < Self.mostBytes {
      rest.removeFirst()
      guard case .deflated(let range, let crc) = member.place else { continue }
      group.append((range, Unpacker.Piece(deflated: bytes(range), crc: crc, size: member.size)))
      size += member.size
    }
    guard group.count > 1 else { return }
    do throws(ArchiveProblem) {
      let contents = try Unpacker.inflate(group.map(\.piece), in: scratch)
      for (each, data) in zip(group, contents) { ready[each.range] = data }
    } catch {
      if error == .noGzip || error == .noRoom { throw error }
    }
  }

  private func bytes(_ range: Range<Int>) -> Data {
    data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
  }
}
