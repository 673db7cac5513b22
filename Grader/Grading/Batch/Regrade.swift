import Foundation

/// One submission of a class, graded once more: at the seed of a batch and with its secret, so that all
/// that is drawn is drawn again, or at another.
public struct Regrade {
  private let submission: Submission
  private let desk: Desk

  /// Where the batch's reports lie, if it is one's.
  private let results: String?

  /// What an archive was laid out in, as long as it is needed.
  private let folder: SubmissionFolder

  /// - Parameter path: The submission, in the folder of its class.
  /// - Parameter results: The output of the batch; nil to go by `seed` alone.
  /// - Throws: `GraderError` where there is no such submission or batch.
  public init(
    _ path: String, of exercise: Exercise, results: String?, seed: UInt64, data: String?,
    installation: Installation, sandbox: Sandbox?
  ) throws {
    let place = URL(fileURLWithPath: path)
    folder = try SubmissionFolder(place.deletingLastPathComponent().path)
    let name = place.lastPathComponent
    // By bytes: Swift takes names for equal that the disk holds apart.
    let found = folder.submissions.first {
      [name, Attempt.withoutEnding(name)].map { Array($0.utf8) }.contains(Array($0.name.utf8))
    }
    guard let found else {
      throw GraderError.noSubmission(name, known: folder.submissions.map(\.name))
    }
    submission = found
    self.results = results
    var (shown, drawing) = (seed, seed)
    if let results {
      let journal = try BatchJournal.read(in: results)
      guard journal.exercise == exercise.number else {
        throw GraderError.otherBatch(
          journal: "\(results)/batch.json", option: "--exercise", kept: journal.exercise,
          asked: exercise.number)
      }
      (shown, drawing) = (journal.seed, journal.drawingSeed)
    }
    desk = try Desk(
      exercise, seed: shown, drawingSeed: drawing, jobs: 1,
      data: try exercise.data?.select(data, drawing),
      workshop: try Workshop(exercise, installation: installation),
      oracle: try .standard(exercise, installation), sandbox: sandbox)
  }

  /// - Parameter only: What the names of the checks contain that are asked.
  public func report(only: String? = nil) -> Report { desk.grade(submission, only: only) }

  /// What the batch has said of it; nil where it has said nothing.
  public var former: Report? {
    guard let results else { return nil }
    let file = "\(Report.fileName(of: submission.name)).json"
    guard
      case .success(let data) = RegularFile.read(
        file, beneath: "\(results)/reports", limit: 64 << 20)
    else { return nil }
    return try? JSONDecoder().decode(Report.self, from: data)
  }
}
