import Foundation

/// Somebody's archive, laid out as files that can be searched like a folder: plain files of what may be
/// work, an empty one in the place of anything else, so that it can be told what was not read.
///
/// Nothing is ever written through a name of its own choosing: each step of a path is made by us.
struct Archive {
  static let largest = 64 << 20
  private static let mostMembers = 20_000
  private static let skipped = Set(SubmissionFolder.skipped.map(\.text))
  private static let mostBytes = 128 << 20

  /// Whether a file called so is one.
  static func isCalled(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".zip", ".tar", ".tar.gz", ".tgz"].contains(where: name.hasSuffix)
  }

  private let data: Data
  private let members: [ArchiveMember]
  private let scratch: String
  private let limit: Int

  /// Reads the list of what is in `data`.
  ///
  /// - Parameter scratch: A folder for what is made on the way.
  /// - Parameter limit: The most bytes that may come out of it.
  /// - Parameter mostMembers: The most entries that it may have.
  init(
    _ data: Data, in scratch: String, limit: Int = mostBytes, mostMembers: Int = mostMembers
  ) throws(ArchiveProblem) {
    (self.scratch, self.limit) = (scratch, limit)
    if data.starts(with: [0x50, 0x4B]) {
      self.data = data
      members = try ZipDirectory(data, mostMembers: mostMembers).members
      return
    }
    var tar = data
    if data.starts(with: [0x1F, 0x8B]) {
      let path = "\(scratch)/\(UUID().uuidString).gz"
      defer { unlink(path) }
      guard FileManager.default.createFile(atPath: path, contents: data) else { throw .noRoom }
      tar = try Unpacker.unpack(path, limit: limit)
    }
    self.data = tar
    members = try TarDirectory(tar, mostMembers: mostMembers).members
  }

  /// What became of the entries that are not laid out as they are.
  struct Leftovers: Equatable {
    /// Names that lead out of the archive.
    var outside: [String] = []
    var damaged: [String] = []
  }

  /// Lays the entries out beneath `folder`. Of equal names the last one counts.
  ///
  /// - Parameter isWanted: Whether a file called so may be work.
  func layOut(
    beneath folder: String, isWanted: (String) -> Bool
  ) throws(ArchiveProblem) -> Leftovers {
    var leftovers = Leftovers()
    var room = limit
    func isRead(_ member: ArchiveMember) -> Bool {
      member.size <= Self.largest && isWanted(member.path?.last ?? "")
    }
    let read = members.filter {
      $0.kind == .file && isRead($0) && Self.skipped.isDisjoint(with: $0.path ?? [])
    }
    var inflater = Inflater(data, read, in: scratch)
    for member in members {
      guard let steps = member.path else {
        leftovers.outside.append(member.text)
        continue
      }
      // Nobody looks there, and a compiler leaves thousands of files.
      guard Self.skipped.isDisjoint(with: steps) else { continue }
      let path = ([folder] + steps).joined(separator: "/")
      if member.kind == .folder {
        make(path)
        continue
      }
      make((path as NSString).deletingLastPathComponent)
      unlink(path)
      switch member.kind {
      case .link: symlink("nowhere", path)
      case .other: _ = mkfifo(path, 0o600)
      case .folder: break
      case .file:
        guard isRead(member) else {
          // Of what is too large only the length is told.
          try write(Data(), to: path)
          if isWanted(steps[steps.count - 1]) { truncate(path, off_t(member.size)) }
          continue
        }
        room -= member.size
        guard room >= 0 else { throw .tooLarge(limit: limit) }
        do throws(ArchiveProblem) {
          try write(try inflater.contents(of: member), to: path)
        } catch {
          guard error != .noGzip, error != .noRoom else { throw error }
          leftovers.damaged.append(member.text)
        }
      }
    }
    return leftovers
  }

  /// A name that is a file's already is nobody's folder: what would lie in it is not laid out.
  private func make(_ path: String) {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private func write(_ data: Data, to path: String) throws(ArchiveProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == ENOSPC || errno == EDQUOT { throw .noRoom }
      return
    }
    defer { close(descriptor) }
    var rest = data
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .noRoom }
      rest = Data(rest.dropFirst(count))
    }
  }
}
