import Foundation

/// What a shard writes down as it begins, in `shards/2-of-5.json`: whom it saw, so that who puts the
/// shards together knows who is missing.
struct ShardRecord: Codable, Sendable, Equatable {
  var shard: Int
  var of: Int

  /// The whole class, in its order.
  var submissions: [String]

  /// Whether a policy was given, and how many attempts count by it.
  var hasPolicy: Bool
  var attempts: Int?

  /// The digest of the policy; nil in old records, too.
  var policyDigest: String?

  static func folder(in output: String) -> String { "\(output)/shards" }

  /// Writes it, and takes away those of shares of another size, whose class was an older one.
  func write(in output: String) throws(GraderError) {
    let folder = Self.folder(in: output)
    for name in try Folder.contents(of: folder)
    where name.wholeMatch(of: /\d+-of-(\d+)\.json/).map({ $0.1 != "\(of)" }) ?? false {
      unlink("\(folder)/\(name)")
    }
    try put(in: output)
  }

  /// Writes it beside whatever else is there.
  func put(in output: String) throws(GraderError) {
    let folder = Self.folder(in: output)
    let path = "\(folder)/\(Shard(shard, of: of).fileName).json"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data + Data("\n".utf8), to: path)
  }

  /// Returns those in a folder of results, by number.
  static func all(in output: String) throws(GraderError) -> [ShardRecord] {
    let folder = folder(in: output)
    guard Folder.isFolder(folder) else { return [] }
    var records: [ShardRecord] = []
    for name in try Folder.contents(of: folder) where name.hasSuffix(".json") {
      guard case .success(let data) = RegularFile.read(name, beneath: folder, limit: 64 << 20),
        let record = try? JSONDecoder().decode(ShardRecord.self, from: data),
        1...Shard.most ~= record.of, 1...record.of ~= record.shard,
        name == "\(Shard(record.shard, of: record.of).fileName).json"
      else { throw .notOurJournal("\(folder)/\(name)") }
      records.append(record)
    }
    return records.sorted { ($0.of, $0.shard) < ($1.of, $1.shard) }
  }
}
