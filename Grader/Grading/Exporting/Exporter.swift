import Foundation

/// Writes the results of a batch as others read them.
public struct Exporter: Sendable {
  private static let largestGradebook = 64 << 20

  private let results: BatchResults

  public init(_ results: BatchResults) {
    self.results = results
  }

  public struct Outcome: Sendable {
    /// Where it lies now.
    public var path: String

    /// How many submissions it tells of, and what has to be known of others.
    public var count = 0
    public var notes: [String] = []

    /// Whether somebody who handed in is not in it.
    public var isPartial = false
  }

  /// Writes a file a submission; as `junit`, one of the whole class besides.
  ///
  /// - Parameter folder: Where they go; nil for a folder among the results, in which nothing stays of
  ///   an earlier export. Where a fault of the grader leaves points open, nothing stays anywhere.
  /// - Throws: `GraderError.gradebook` where a file would be written over that no export has written, and
  ///   `GraderError.outputAmongSubmissions` where it would lie among them.
  public func write(_ format: ExportFormat, into folder: String?) throws(GraderError) -> Outcome {
    let own = "\(results.path)/\(format.rawValue)"
    try requireApart(folder ?? own)
    if folder == nil { try? FileManager.default.removeItem(atPath: own) }
    let folder = folder ?? own
    var outcome = Outcome(path: folder)
    let submissions = format == .junit ? "\(folder)/submissions" : folder
    // Before the first is written: all or nothing.
    let places =
      results.reports.map { "\(submissions)/\(name(of: $0, as: format))" }
      + (format == .junit ? ["\(folder)/class.xml"] : [])
    let beginning = EarlierExport.beginning(of: format)
    for place in places { try EarlierExport.check(place, begins: beginning) }
    try Folder.make(submissions)
    for report in results.reports {
      let path = "\(submissions)/\(name(of: report, as: format))"
      guard let data = try file(on: report, as: format) else {
        unlink(path)
        continue
      }
      try Folder.make((path as NSString).deletingLastPathComponent)
      try AtomicFile.write(data, to: path)
      outcome.count += 1
    }
    if format == .junit {
      let text = JUnit(exercise: results.exercise).text(of: results.reports)
      try AtomicFile.write(Data(text.utf8), to: "\(folder)/class.xml")
    }
    let left = results.undecided.map(\.shownName)
    if !left.isEmpty {
      outcome.notes.append(Sentences.undecided(left, areWritten: format == .junit))
      outcome.isPartial = format != .junit
    }
    let unread = results.unread.map(\.shownName)
    // On Gradescope each is told in the results, and has points.
    if !unread.isEmpty && format != .gradescope {
      outcome.notes.append(Sentences.unreadArchives(of: unread))
      outcome.isPartial = true
    }
    return outcome
  }

  /// The next batch would take it for somebody's work.
  private func requireApart(_ path: String) throws(GraderError) {
    guard let submissions = results.submissions else { return }
    try SubmissionFolder.require(path, apartFrom: submissions)
  }

  private func name(of report: Report, as format: ExportFormat) -> String {
    format == .gradescope ? "\(report.fileName)/results.json" : "\(report.fileName).xml"
  }

  private func file(
    on report: Report, as format: ExportFormat
  ) throws(GraderError) -> Data? {
    switch format {
    case .gradescope:
      guard let results = GradescopeResults(report) else { return nil }
      guard let data = try? results.json() else {
        throw .notOurReport("\(self.results.path)/reports/\(report.fileName).json")
      }
      return data
    default:
      // An error there would be somebody's zero.
      guard format == .junit || report.hasPoints else { return nil }
      let dialect = format == .artemis ? JUnit.Dialect.artemis : .common
      let text = JUnit(exercise: results.exercise, dialect: dialect).text(of: [report])
      return Data(text.utf8)
    }
  }

  /// Merges the points into a copy of `gradebook`, which a course site has exported.
  ///
  /// - Parameter column: The title of the column of points; nil for the only one.
  /// - Parameter file: Where the copy goes; nil for a file among the results.
  public func merge(
    into gradebook: String, as format: ExportFormat, column: String?, file: String?
  ) throws(GraderError) -> Outcome {
    let file = file ?? "\(results.path)/\(format.rawValue).csv"
    try requireApart(file)
    guard !Folder.isInside(file, gradebook) else { throw .gradebook(file, .writtenOver) }
    let folder = (gradebook as NSString).deletingLastPathComponent
    let data: Data
    switch RegularFile.read(
      (gradebook as NSString).lastPathComponent, beneath: folder.isEmpty ? "." : folder,
      limit: Self.largestGradebook)
    {
    case .success(let bytes): data = bytes
    case .failure(.tooLarge): throw .gradebook(gradebook, .tooLarge)
    case .failure(.unreadable(let code)): throw .cannotRead(path: gradebook, errno: code)
    case .failure(.missing): throw .cannotRead(path: gradebook, errno: ENOENT)
    case .failure(.notRegular): throw .cannotRead(path: gradebook, errno: EISDIR)
    }
    let text = DelimitedText(data)
    let book =
      format == .canvas
      ? try SiteGradebook.canvas(gradebook, text, assignment: column)
      : try SiteGradebook.moodle(gradebook, text, title: column)
    let merged = try book.merging(results.reports, possible: Score(results.exercise.possible))
    let title = merged.data.prefix { $0 != UInt8(ascii: "\n") }
    try EarlierExport.check(file, begins: title)
    try AtomicFile.write(merged.data, to: file)
    return Outcome(
      path: file, count: merged.entered, notes: Sentences.merged(merged),
      isPartial: !merged.strangers.isEmpty
        || merged.leftAlone.contains {
          [Sentences.notDecided, Sentences.archiveNotRead].contains($0.reason)
        })
  }
}
