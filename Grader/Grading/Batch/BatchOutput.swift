import Datasets
import Foundation

/// The folder with the results of a batch. One grader at a time writes to it; what it has written
/// stays, so that after a power failure, a signal or a new submission only the rest is to be done.
public final class BatchOutput: Sendable {
  public let path: String

  /// What decides the samples, with a secret of the folder's own: the same as long as it is there.
  public let seed: UInt64

  /// What both come to.
  public let drawingSeed: UInt64

  /// The share of the class that this process may write about; nil for all of it.
  public let shard: Shard?
  private let locks: [BatchLock]

  /// Makes the folder where it is not there yet, and takes it for this process.
  ///
  /// - Parameter submissions: The folder with the submissions, in which no results may lie.
  /// - Parameter seed: A seed that has to be; nil for the kept one, or a new one.
  /// - Parameter secret: The secret of a new folder; nil for one that is drawn.
  /// - Parameter shard: The share of the class that is graded; others may be at the same time.
  /// - Throws: `GraderError` where another grader is at work there, where another batch's results
  ///   are, or where nothing can be written.
  public init(
    _ path: String, of exercise: Exercise, apartFrom submissions: String? = nil, seed: UInt64?,
    secret: String? = nil, shard: Shard? = nil
  ) throws(GraderError) {
    if let submissions { try SubmissionFolder.require(path, apartFrom: submissions) }
    (self.path, self.shard) = (path, shard)
    for folder in [path, "\(path)/reports", "\(path)/pages"] { try Folder.make(folder) }
    if let shard {
      let shards = ShardRecord.folder(in: path)
      try Folder.make(shards)
      locks = [
        try BatchLock(of: path, .shared),
        try BatchLock("\(shards)/\(shard.fileName).lock", of: path),
      ]
    } else {
      locks = [try BatchLock(of: path)]
    }
    let journal = try BatchJournal.kept(
      at: BatchJournal.path(in: path), exercise: exercise.number, seed: seed, secret: secret)
    self.seed = journal.seed
    drawingSeed = journal.drawingSeed
    // What others have half written, who share the class, they are writing.
    if shard == nil { removeHalfWritten() }
  }

  /// Where it is noted in which folder this process has its own files.
  var scratchNote: String {
    shard.map { "\(ShardRecord.folder(in: path))/\($0.fileName).scratch" }
      ?? "\(path)/batch.scratch"
  }

  /// What a grader that was killed had not yet given its name. Others may write to the same folder, as
  /// `grader show` does: what they have not finished is theirs.
  private func removeHalfWritten() {
    for (folder, own) in [
      (path, /(?:batch\.json|batch\.scratch|gradebook\.csv|index\.html)(?:\.\d+)+\.new/),
      ("\(path)/reports", /.+\.json(?:\.\d+)+\.new/),
      ("\(path)/pages", /.+\.html(?:\.\d+)+\.new/),
    ] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where name.wholeMatch(of: own) != nil { unlink("\(folder)/\(name)") }
    }
  }

  private var gone: String { "\(path)/gone" }

  /// Returns the report on a submission that an earlier run has left.
  ///
  /// - Throws: `GraderError` where none can be written, which is better known now than when it is.
  public func report(named name: String) throws(GraderError) -> Report? {
    let file = "\(Report.fileName(of: name)).json"
    let place = "\(path)/reports/\(file)"
    if access(place, F_OK) != 0 { rename("\(gone)/\(file)", place) }
    guard
      case .success(let data) = RegularFile.read(file, beneath: "\(path)/reports", limit: 64 << 20)
    else {
      if Folder.isFolder(place) { throw .cannotWrite(path: place, errno: EISDIR) }
      return nil
    }
    return try? JSONDecoder().decode(Report.self, from: data)
  }

  /// Puts aside the report on the submission `name`, which is not believed any more: who puts shards
  /// together must not take it for a new one.
  func putAside(_ name: String) throws(GraderError) {
    let file = "\(Report.fileName(of: name)).json"
    try Folder.make(gone)
    guard rename("\(path)/reports/\(file)", "\(gone)/\(file)") == 0 else {
      throw .cannotWrite(path: "\(gone)/\(file)", errno: errno)
    }
  }

  /// Returns the digest of what was written, by which it is known again.
  @discardableResult func write(_ report: Report) throws(GraderError) -> Digest {
    let path = "\(path)/reports/\(report.fileName).json"
    guard let json = try? report.json() else { throw .cannotWrite(path: path, errno: EINVAL) }
    try AtomicFile.write(json, to: path)
    return Digest(json)
  }

  /// Whether the file on the submission `name` says what `digest` is of. Whoever could write there while
  /// others were graded may have changed it, or taken it away.
  func holds(_ name: String, _ digest: Digest) -> Bool {
    guard let json = try? report(named: name)?.json() else { return false }
    return Digest(json) == digest
  }

  /// Takes away a report that somebody else has changed.
  func discard(_ name: String) {
    for folder in ["\(path)/reports", gone] {
      unlink("\(folder)/\(Report.fileName(of: name)).json")
    }
  }

  /// Puts aside the reports on submissions that are not among `names`, and takes away their pages;
  /// returns whose they are. If they come back, so do their reports.
  func putAside(allBut names: [String]) throws(GraderError) -> [String] {
    let known = Set(names.map { Array("\(Report.fileName(of: $0)).json".utf8) })
    var leavers: [String] = []
    for entry in try FolderListing("\(path)/reports").entries
    where entry.kind == .file && !known.contains(entry.name.bytes) {
      let file = entry.name.text
      guard
        case .success(let data) = RegularFile.read(
          file, beneath: "\(path)/reports", limit: 64 << 20),
        let report = try? JSONDecoder().decode(Report.self, from: data),
        file == "\(report.fileName).json"
      else { continue }
      try Folder.make(gone)
      guard rename("\(path)/reports/\(file)", "\(gone)/\(file)") == 0 else {
        throw .cannotWrite(path: "\(gone)/\(file)", errno: errno)
      }
      unlink("\(path)/pages/\(report.fileName).html")
      leavers.append(report.submission)
    }
    return leavers
  }

  /// Writes what is made of all reports: grades, gradebook and pages.
  func conclude(
    _ exercise: Exercise, _ reports: inout ClassReports, _ policy: Policy?
  ) throws(GraderError) {
    for place in reports.indices {
      var report = try present(reports.name(at: place))
      let grade = policy?.grade(report)
      reports.setGrade(grade, at: place)
      guard report.grade != grade else { continue }
      report.grade = grade
      try write(report)
    }
    try Gradebook(exercise, reports).write(to: path)
    try Pages(exercise, reports).write(to: path, reading: present)
  }

  /// Returns a report that has been written.
  public func present(_ name: String) throws(GraderError) -> Report {
    guard let report = try report(named: name) else {
      throw .cannotRead(path: "\(path)/reports/\(Report.fileName(of: name)).json", errno: ENOENT)
    }
    return report
  }
}
