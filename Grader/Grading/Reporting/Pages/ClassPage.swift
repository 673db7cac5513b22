import Foundation

/// The class at a glance: what is not decided, how the points lie, then each submission, then each
/// check.
struct ClassPage {
  let exercise: Exercise
  let reports: ClassReports

  init(_ exercise: Exercise, _ reports: ClassReports) {
    self.exercise = exercise
    self.reports = reports
  }

  var html: HTML {
    .document(
      title: "Exercise \(exercise.number): \(exercise.title)", style: Self.names(of: exercise),
      script: Self.script,
      """
      <header>
      <h1>Exercise \(exercise.number): \(exercise.title)</h1>
      <p class="quiet">\(setting)</p>
      <p><a href="#submissions">Submissions</a> · <a href="#checks">Checks</a></p>
      </header>
      <main>
      \(undecided)\(unread)\(summary)\(submissions)\(sameFiles)\(checks)\
      </main>
      """)
  }

  private var setting: String {
    guard let report = reports.first else { return "" }
    let sandbox = report.sandbox == "none" ? "none, processes and limits only" : report.sandbox
    let data = reports.lazy.compactMap(\.dataset).first.map { "Data: \($0) · " } ?? ""
    return "\(data)Seed: \(report.seed) · Sandbox: \(sandbox) · "
      + "Grader: \(report.graderVersion)"
  }

  private var undecided: HTML {
    let faulty = reports.filter(\.hasGraderFault)
    guard !faulty.isEmpty else { return "" }
    let items: [HTML] = faulty.map { report in
      let faults = report.checks.filter { $0.verdict == .graderFault }
      let decided = report.checks.count - faults.count
      var reasons: [String] = []
      for fault in faults where !reasons.contains(fault.message) { reasons.append(fault.message) }
      return """
        <li>\(link(to: report)): \(decided) of \(report.checks.count) checks decided. \
        \(reasons.joined(separator: " "))</li>

        """
    }
    return """
      <section class="undecided">
      <h2>Not decided: \(faulty.count) of \(reports.count)</h2>
      <p>Here the grader itself failed. These submissions have no points yet: the summary leaves them \
      out, and under the checks only what is decided counts. Cure the cause, and grade them again.</p>
      <ul>
      \(items)</ul>
      </section>

      """
  }

  private var unread: HTML {
    let unread = reports.filter { $0.isUnread && !$0.hasGraderFault }
    guard !unread.isEmpty else { return "" }
    let items: [HTML] = unread.map { report in
      "<li>\(link(to: report)): \(Sentences.shortened(report.unread ?? [], to: 3))</li>\n"
    }
    return """
      <section>
      <h2>Not read: \(unread.count) of \(reports.count)</h2>
      <p>An archive in what they handed in could not be read. They have no points yet, and they are not \
      in the numbers below. Ask them to pack it anew.</p>
      <ul>
      \(items)</ul>
      </section>

      """
  }

  /// Whether a policy has made grades of the points.
  var isGraded: Bool { reports.contains { $0.grade != nil } }

  private var summary: HTML {
    let decided = reports.lazy.filter(\.hasPoints)
    let distribution = PointDistribution(Array(decided.map(\.points)), of: exercise.possible)
    let middle = [0.25, 0.75].map { Self.number(distribution.quantile($0)) }
    let (count, all) = (decided.count, reports.count)
    let facts: [(String, String)] = [
      count == all ? ("Submissions", "\(all)") : ("Submissions counted", "\(count) of \(all)"),
      ("Median of points", "\(Self.number(distribution.quantile(0.5))) of \(exercise.possible)"),
      ("Quartiles", "\(middle[0]) and \(middle[1])"),
      ("All points", "\(decided.count(where: \.hasAllPoints))"),
      ("Zero points", "\(decided.count { $0.points == 0 })"),
    ]
    // What goes out to students is what an instructor looks at: grades, where there are any.
    let grades = isGraded ? Array(decided.compactMap { $0.grade?.points }) : nil
    let shown = grades.map { PointDistribution(grades: $0, of: exercise.possible) } ?? distribution
    let middleGrade = grades.map { PointDistribution.quantile(0.5, of: $0.map(\.value).sorted()) }
    let gradeFact: HTML =
      middleGrade.map {
        "<div><dt>Median of grades</dt><dd>\(Self.number($0)) of \(exercise.possible)</dd></div>\n"
      } ?? ""
    let list: [HTML] = facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" }
    return """
      <section>
      <h2>Summary</h2>
      <dl class="facts">
      \(list)\(gradeFact)</dl>
      <figure>
      <figcaption>\(shown.title)</figcaption>
      \(shown.histogram)
      </figure>
      </section>

      """
  }

  private var sameFiles: HTML {
    // What could not be read of two need not be the same.
    let read = reports.indices.filter { reports[$0].unread == nil && reports[$0].notRead == nil }
    let groups = Dictionary(grouping: read) { reports[$0].sourceDigest }
    let same = groups.filter { !$0.key.isEmpty && $0.value.count > 1 }
      .sorted { $0.value[0] < $1.value[0] }
    guard !same.isEmpty else { return "" }
    // The digest of a submission in which no file was read.
    let none = Submission.Contents().digest
    let items: [HTML] = same.map { digest, group in
      let names = group.map { place -> HTML in
        place == group[0] ? link(to: reports[place]) : ", \(link(to: reports[place]))"
      }
      return "<li>\(group.count)\(digest == none ? " without any file" : ""): \(names)</li>\n"
    }
    return """
      <section>
      <h2>Handed in the same files</h2>
      <p>Each line is a group whose files agree byte for byte. Stubs that nobody has touched agree, \
      too.</p>
      <ul>
      \(items)</ul>
      </section>

      """
  }

  func link(to report: Report) -> HTML {
    "<a href=\"pages/\(report.link)\"><bdi>\(report.shownName)</bdi></a>"
  }

  /// One digit behind the point at most: "62" and "62.5".
  private static func number(_ x: Double?) -> String {
    guard let x else { return "–" }
    return x == x.rounded() ? String(Int(x)) : String(format: "%.1f", x)
  }
}
