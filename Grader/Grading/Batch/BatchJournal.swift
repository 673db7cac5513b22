import Datasets
import Foundation

/// What makes two runs the same: kept with the results from before the first one on.
struct BatchJournal: Codable, Sendable, Equatable {
  var exercise: String
  var seed: UInt64

  /// What nobody can guess who knows the seed, or what a subject was told of it: who trains on images
  /// that were made by a number could try all small seeds, and make those of the test. Old journals
  /// have none.
  var secret: String?

  /// What all that is drawn comes from.
  var drawingSeed: UInt64 {
    guard let secret, !secret.isEmpty else { return seed }
    return Digest("\(seed) and \(secret)").word
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
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      guard let data = try? encoder.encode(new) else {
        throw .cannotWrite(path: path, errno: EINVAL)
      }
      // Of several that begin at once, one's secret is everybody's.
      if try AtomicFile.writeNew(data + Data("\n".utf8), to: path) { return new }
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
    let journal = "\(path)/batch.json"
    guard FileManager.default.fileExists(atPath: journal) else { throw .noBatch(path) }
    return try read(FileManager.default.contents(atPath: journal) ?? Data(), journal)
  }

  private static func read(_ data: Data, _ path: String) throws(GraderError) -> BatchJournal {
    guard let journal = try? JSONDecoder().decode(Self.self, from: data) else {
      throw .notOurJournal(path)
    }
    return journal
  }
}
