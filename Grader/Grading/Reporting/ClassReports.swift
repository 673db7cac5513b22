/// The reports on a class, as far as its tables need them: who, points and verdicts, times, what is said of a
/// submission as a whole. What was seen and printed at each check stays on the disk: with it, memory would
/// grow with the class.
public struct ClassReports: RandomAccessCollection, Sendable {
  private var lines: [Line] = []

  /// What the first report says of its checks, which is said once for all that were made of the same.
  private var common: [CheckResult] = []

  /// What many say alike, each once.
  private var words: Set<String> = []

  public init() {}

  public init(_ reports: some Sequence<Report>) {
    for report in reports { append(report) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { lines.count }

  /// The report without what was said of its checks, but for what the class page tells of them.
  public subscript(place: Int) -> Report {
    var report = lines[place].rest
    report.checks = lines[place].marks.indices.map { result($0, of: lines[place]) }
    return report
  }

  public mutating func append(_ report: Report) {
    if lines.isEmpty { common = report.checks.map(\.emptied) }
    var line = Line(rest: report)
    line.rest.checks = []
    line.rest.build.diagnostics = []
    line.rest.graderDigest = report.graderDigest.map { shared($0) }
    line.rest.dataset = report.dataset.map { shared($0) }
    line.rest.notes = report.notes.map { shared($0) }
    line.rest.build.reasons = report.build.reasons.map { shared($0) }
    if !report.checks.elementsEqual(common, by: { $0.isOfSameCheck(as: $1) }) {
      line.own = report.checks.map(\.emptied)
    }
    for (place, check) in report.checks.enumerated() {
      line.marks.append(Mark(check.verdict, check.points, check.seconds))
      var told = Told(ours: check.ours, message: shared(check.toldOfClass))
      told.ours?.message = ""
      if told.ours != nil || !told.message.isEmpty { line.told[place] = told }
    }
    lines.append(line)
  }

  /// Returns `text` as it is held already, if it is.
  private mutating func shared(_ text: String) -> String { words.insert(text).memberAfterInsert }

  mutating func setGrade(_ grade: Grade?, at place: Int) { lines[place].rest.grade = grade }

  func name(at place: Int) -> String { lines[place].rest.submission }

  /// Returns what `check` has come to in each report that has it.
  func results(of check: Check) -> [CheckResult] {
    lines.compactMap { line in
      (line.own ?? common).firstIndex { $0.id == check.id }.map { result($0, of: line) }
    }
  }

  /// The same, those that are not decided first.
  var undecidedFirst: ClassReports {
    var sorted = self
    let isUndecided = { (line: Line) in line.marks.contains { $0.verdict == .graderFault } }
    sorted.lines = lines.filter(isUndecided) + lines.filter { !isUndecided($0) }
    return sorted
  }

  private func result(_ place: Int, of line: Line) -> CheckResult {
    var result = (line.own ?? common)[place]
    let mark = line.marks[place]
    (result.verdict, result.points, result.seconds) = (mark.verdict, mark.points, mark.seconds)
    if let told = line.told[place] { (result.ours, result.message) = (told.ours, told.message) }
    return result
  }

  private struct Line: Sendable {
    var rest: Report
    var marks: [Mark] = []
    var told: [Int: Told] = [:]

    /// Its checks, where they are not those of the first.
    var own: [CheckResult]?
  }

  private struct Mark: Sendable {
    let verdict: Verdict
    let points: Int
    let seconds: Double

    init(_ verdict: Verdict, _ points: Int, _ seconds: Double) {
      (self.verdict, self.points, self.seconds) = (verdict, points, seconds)
    }
  }

  private struct Told: Sendable {
    var ours: CheckResult.WithOurs?
    let message: String
  }
}

extension CheckResult {
  /// What is the same in every report.
  fileprivate var emptied: CheckResult {
    var result = self
    (result.verdict, result.points, result.seconds) = (.passed, 0, 0)
    (result.message, result.hint, result.output) = ("", "", "")
    (result.mistake, result.dataset, result.ours) = (nil, nil, nil)
    return result
  }

  fileprivate func isOfSameCheck(as other: CheckResult) -> Bool {
    id == other.id && claim == other.claim && visibility == other.visibility
      && possible == other.possible
  }

  /// Why it is not decided, or the line that names a mistake.
  fileprivate var toldOfClass: String {
    if verdict == .graderFault { return message }
    return namedMistake == nil ? "" : message.split(separator: "\n").last.map { String($0) } ?? ""
  }
}
