import Foundation

/// One submission of a class, graded once more: at the seed of a batch and with its secret, so that all
/// that is drawn is drawn again, or at another.
public struct Regrade {
  private let submission: Submission
  private let desk: Desk

  /// Where the batch's reports lie, if it is one's.
  private let results: String?

  /// Which of how many attempts it is, where it is another than the one that counts.
  public let attempt: (number: Int, count: Int)?

  /// What an archive was laid out in, as long as it is needed.
  private let folder: SubmissionFolder

  /// - Parameter path: The submission, in the folder of its class, by its owner's name or as it lies there.
  /// - Parameter attempt: Which of its attempts, from 1; nil for the one that counts.
  /// - Parameter results: The output of the batch; nil to go by `seed` alone.
  /// - Throws: `GraderError` where there is no such submission or batch.
  public init(
    _ path: String, attempt: Int? = nil, of exercise: Exercise, results: String?,
    seed: UInt64, data: String?,
    installation: Installation, sandbox: Sandbox?
  ) throws {
    let journal = try results.map { (path) throws(GraderError) in try BatchJournal.read(in: path) }
    let most = journal?.policy?.content.mostAttempts
    let counted = try Self.find(path, mostAttempts: most)
    // Who names one of several attempts as it lies there means that one.
    let number = attempt ?? counted.named
    let chosen = try number.map { (number) throws(GraderError) in
      try Self.find(path, mostAttempts: number)
    }
    folder = (chosen ?? counted).folder
    let found = (chosen ?? counted).submission
    submission = chosen != nil && found.attempts.count > 1 ? found.whole : found
    if let number {
      let archives = try submission.contents(for: exercise).archives
      let count = max(found.attempts.count > 1 ? found.attempts.count : archives, 1)
      guard number <= count else {
        throw GraderError.noAttempt(number, of: found.name, count: count)
      }
      self.attempt = number == min(count, most ?? count) ? nil : (number, count)
    } else {
      self.attempt = nil
    }
    self.results = results
    var (shown, drawing) = (seed, seed)
    if let results, let journal {
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

  /// - Returns: The submission, and which of its attempts `path` names, if it is one and not its owner.
  private static func find(
    _ path: String, mostAttempts: Int?
  ) throws(GraderError) -> (folder: SubmissionFolder, submission: Submission, named: Int?) {
    let place = URL(fileURLWithPath: path)
    let folder = try SubmissionFolder(
      place.deletingLastPathComponent().path, mostAttempts: mostAttempts)
    let name = place.lastPathComponent
    // By bytes: Swift takes names for equal that the disk holds apart.
    let owner = folder.submissions.first {
      [name, Attempt.withoutEnding(name)].map { Array($0.utf8) }.contains(Array($0.name.utf8))
    }
    if let owner { return (folder, owner, nil) }
    for submission in folder.submissions {
      if let i = submission.attempts.firstIndex(of: EntryName(name)) {
        return (folder, submission, submission.attempts.count > 1 ? i + 1 : nil)
      }
    }
    throw .noSubmission(name, known: folder.submissions.map(\.name))
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
