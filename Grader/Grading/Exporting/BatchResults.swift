import Foundation

/// What a batch has left in its folder of results, once it has come to its end.
public struct BatchResults: Sendable {
  public let path: String
  public let exercise: Exercise

  /// By the submissions' names.
  public let reports: [Report]

  /// Where the submissions lay when they were graded; nil where that is not known.
  let submissions: String?

  /// Held as long as somebody reads: a grader at work would change what is read.
  private let lock: BatchLock

  /// Reads the folder at `path`, of a batch of one of `exercises`.
  ///
  /// - Throws: `GraderError` where no batch has come to its end, a grader is at work, or a report is not
  ///   as it was written: what is not a number, say, is refused here and goes nowhere.
  public init(_ path: String, of exercises: [Exercise]) throws(GraderError) {
    let kept = try BatchJournal.read(in: path)
    guard let exercise = exercises.first(where: { $0.number == kept.exercise }) else {
      throw .noExercise(kept.exercise, known: exercises.map(\.number))
    }
    lock = try BatchLock(of: path)
    self.path = path
    self.exercise = exercise
    submissions = kept.submissions
    reports = try Self.reports(in: "\(path)/reports", of: exercise)
    // The gradebook is written when all reports are there.
    guard let book = FileManager.default.contents(atPath: "\(path)/gradebook.csv"),
      DelimitedText(book).rows.count == reports.count + 1
    else { throw .unfinishedBatch(path) }
    // What a shard or a run that was stopped has left would go out with other grades, or with none.
    if let policy = kept.policy?.content, reports.contains(where: { $0.grade != policy.grade($0) })
    {
      throw .otherGrades(path)
    }
  }

  init(_ path: String, of exercise: Exercise, _ reports: [Report]) throws(GraderError) {
    try Folder.make(path)
    lock = try BatchLock(of: path)
    (self.path, self.exercise, self.reports) = (path, exercise, reports)
    submissions = nil
  }

  private static func reports(
    in folder: String, of exercise: Exercise
  ) throws(GraderError) -> [Report] {
    var reports: [Report] = []
    for entry in try FolderListing(folder).entries where entry.kind == .file {
      let file = entry.name.text
      guard file.hasSuffix(".json") else { continue }
      guard case .success(let data) = RegularFile.read(file, beneath: folder, limit: 64 << 20)
      else { throw .cannotRead(path: "\(folder)/\(file)", errno: EACCES) }
      guard let report = try? JSONDecoder().decode(Report.self, from: data),
        report.exercise == exercise.number, report.addsUp(to: exercise.checks),
        (report.checks.map(\.seconds) + [report.build.seconds]).allSatisfy(\.isFinite)
      else { throw .notOurReport("\(folder)/\(file)") }
      reports.append(report)
    }
    return reports.sorted { $0.submission.utf8.lexicographicallyPrecedes($1.submission.utf8) }
  }

  /// Whose points a fault of ours leaves open.
  public var undecided: [Report] { reports.filter(\.hasGraderFault) }

  /// Whose points are open since an archive could not be read.
  public var unread: [Report] { reports.filter { $0.isUnread && !$0.hasGraderFault } }
}
