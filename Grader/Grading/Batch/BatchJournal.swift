import Datasets
import Foundation

/// What makes two runs the same: kept with the results from before the first one on.
struct BatchJournal: Codable, Sendable {
  var exercise: String
  var seed: UInt64

  /// What nobody can guess who knows the seed, or what a subject was told of it: who trains on images
  /// that were made by a number could try all small seeds, and make those of the test. Old journals
  /// have none.
  var secret: String?

  /// The rules by which grades are made of points; nil where there are none.
  var policy: KeptPolicy?

  /// Where the submissions lay when they were graded last, so that nothing is written among them.
  var submissions: String?

  static func path(in output: String) -> String { "\(output)/batch.json" }

  /// What all that is drawn comes from.
  var drawingSeed: UInt64 {
    guard let secret, !secret.isEmpty else { return seed }
    return Digest("\(seed) and \(secret)").word
  }

  /// Whether both draw the same samples, wherever the submissions lay and whatever grades they get.
  func isOfSameBatch(as other: Self) -> Bool {
    (exercise, seed, secret) == (other.exercise, other.seed, other.secret)
  }

  /// Returns the journal at `path`, which is written where there is none.
  ///
  /// - Parameter seed: What was asked for; where nothing was, the kept one counts, else a new one.
  /// - Throws: `GraderError.otherBatch` where something else was asked for than is kept.
  static func kept(
    at path: String, exercise: String, seed: UInt64?, secret: String?
  ) throws(GraderError) -> BatchJournal {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard access(path, F_OK) != 0 else { throw .cannotRead(path: path, errno: EACCES) }
      let new = BatchJournal(
        exercise: exercise, seed: seed ?? .random(in: 0..<1 << 53),
        secret: secret ?? UUID().uuidString)
      // Of several that begin at once, one's secret is everybody's.
      if try AtomicFile.writeNew(try new.json(path), to: path) { return new }
      return try kept(at: path, exercise: exercise, seed: seed, secret: secret)
    }
    let old = try read(data, path)
    guard old.exercise == exercise else {
      throw .otherBatch(journal: path, option: "--exercise", kept: old.exercise, asked: exercise)
    }
    if let seed, seed != old.seed {
      throw .otherBatch(journal: path, option: "--seed", kept: "\(old.seed)", asked: "\(seed)")
    }
    return old
  }

  /// Returns the journal of the folder of results `path`.
  ///
  /// - Throws: `GraderError.noBatch` where there is none.
  static func read(in path: String) throws(GraderError) -> BatchJournal {
    guard Folder.isFolder(path) else { throw .noFolder(path) }
    let journal = Self.path(in: path)
    guard FileManager.default.fileExists(atPath: journal) else { throw .noBatch(path) }
    return try read(FileManager.default.contents(atPath: journal) ?? Data(), journal)
  }

  /// Writes it over the one of the folder of results `output`.
  func write(in output: String) throws(GraderError) {
    let path = Self.path(in: output)
    try AtomicFile.write(try json(path), to: path)
  }

  private func json(_ path: String) throws(GraderError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    guard let data = try? encoder.encode(self) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    return data + Data("\n".utf8)
  }

  private static func read(_ data: Data, _ path: String) throws(GraderError) -> BatchJournal {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let journal = try? decoder.decode(Self.self, from: data),
      journal.policy.map({ $0 == KeptPolicy($0.content) }) ?? true
    else { throw .notOurJournal(path) }
    return journal
  }
}
