import Foundation
import Testing

@testable import Grading

@Suite("The pages of a batch")
struct PagesTests {
  @Test("Faults of the grader come first, in a section of their own, and are counted nowhere else")
  func faultsComeFirst() {
    let page = SyntheticClass.index([
      SyntheticClass.report("ann", [.failed]),
      SyntheticClass.report("ben", [.passed, .graderFault]),
    ])
    let places = page.places(of: [
      "Not decided: 1 of 2", "pages/ben.html", "Summary", "pages/ann.html",
    ])
    #expect(
      !places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    let table = page.components(separatedBy: "<tbody>")[1]
    let rows = table.places(of: ["pages/ben.html", "pages/ann.html"]).compactMap(\.self)
    #expect(rows.count == 2 && rows == rows.sorted())
    #expect(page.contains("3 of 4 checks decided. A message."))
    #expect(page.contains("<dt>Median of points</dt><dd>75 of 100</dd>"))
    #expect(page.contains(">75–79 points: 1</desc>"))
  }

  @Test("Whose archive could not be read has no points, and is in no number")
  func unreadArchive() {
    let reports = [SyntheticClass.report("ann", [.failed]), SyntheticClass.unread("bob")]
    let page = SyntheticClass.index(reports)
    #expect(page.contains("Not read: 1 of 2") && page.contains("</a>: bob.zip</li>"))
    #expect(page.contains("<dt>Median of points</dt><dd>75 of 100</dd>"))
    #expect(page.contains("<td class=\"number open\">not read</td>"))
    let own = SyntheticClass.page(reports[1])
    #expect(own.contains("No points yet") && !own.contains("of 100 points"))
  }

  @Test("Without a script the page is whole: every row is shown, and what needs one is hidden")
  func withoutScript() {
    let page = SyntheticClass.index(SyntheticClass.reports(30))
    let body = page.components(separatedBy: "<body>")[1].components(separatedBy: "<script>")[0]
    #expect(body.count(of: " hidden>") == 1 && body.contains("<p class=\"tools\" hidden>"))
    #expect(!body.contains("<button") && body.count(of: "<th scope=\"row\"><a ") == 30)
  }

  @Test(
    "The page of a thousand in the exercise with the most checks is no larger than three megabytes")
  func size() {
    let checks = (0..<57).map { number in
      Check("06.subject\(number / 6).gradient\(number)", claim: "a claim", points: 1, hints: []) {
        _ in
      }
    }
    let exercise = Exercise(
      number: "06", title: "Large", folder: "06-Large", files: ["A.swift"],
      plan: ExercisePlan(checks: [:], together: checks))
    var reports = ClassReports()
    for number in 0..<1000 {
      let results = checks.enumerated().map { place, check in
        let draw = (number * 31 + place * place) % 10
        return CheckResult(
          check, draw > 3 ? .passed : [.failed, .unfinished, .blocked, .crashed][draw])
      }
      var report = Report(
        "Student Example_\(40_000 + number)", of: exercise, seed: 7, sourceDigest: "\(number)",
        notes: ["Found in 06-Large: A.swift.", "What else lies there was not read: report.pdf."],
        checks: results)
      report.grade = Grade(points: Score(report.points), rules: ["Handed in on time."])
      reports.append(report)
    }
    #expect(ClassPage(exercise, reports).html.source.utf8.count < 3_000_000)
  }

  @Test("Without a fault there is no such section")
  func noFaultNoSection() {
    #expect(!SyntheticClass.index([SyntheticClass.report("ann")]).contains("Not decided"))
  }

  @Test(
    "Sections stand in the order in which they are asked for, submissions in that of their names")
  func sectionsAreInOrder() {
    let page = SyntheticClass.index(
      ["ann", "ben", "cem"].map { SyntheticClass.report($0, digest: $0 == "ben" ? "2" : "1") })
    let places = page.places(of: [
      "<h2>Summary</h2>", "<svg", "Submissions</h2>", "pages/ann.html", "pages/ben.html",
      "pages/cem.html", "<h2>Handed in the same files</h2>", "Checks</h2>",
      "the claim of relu.zero",
    ])
    #expect(
      !places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test(
    "Each check of a submission is a cell with a sign and, in its title, what it asks and the verdict"
  )
  func stripsShowVerdicts() {
    let page = SyntheticClass.index([
      SyntheticClass.report("ann", [.timedOut, .unfinished, .blocked])
    ])
    #expect(page.contains("<i class=\"timedOut\" title=\"forward: timed out\">!</i>"))
    #expect(page.contains("<i class=\"unfinished\" title=\"gradient: to do\">○</i>"))
    #expect(page.contains("<i class=\"blocked\" title=\"forward: blocked\">-</i>"))
    #expect(page.contains("<i title=\"zero\">✓</i>"))
    #expect(page.contains("aria-label=\"1 passed, 1 to do, 1 timed out, 1 blocked\""))
  }

  @Test("Those who handed in the same files are listed together, and nobody else")
  func sameFilesAreListed() {
    let page = SyntheticClass.index([
      SyntheticClass.report("ann", digest: "1"), SyntheticClass.report("ben", digest: "2"),
      SyntheticClass.report("cem", digest: "1"), SyntheticClass.report("dan"),
      SyntheticClass.report("eve"),
    ])
    let rest = page.components(separatedBy: "Handed in the same files").last ?? ""
    let section = rest.components(separatedBy: "</section>")[0]
    #expect(
      !SyntheticClass.index(["x", "y"].map(SyntheticClass.unread)).contains("the same files"))
    #expect(section.contains(/<li>2: .*ann.*, .*cem.*<\/li>/))
    #expect(["ben", "dan", "eve"].allSatisfy { !section.contains($0) })
    #expect(!SyntheticClass.index([SyntheticClass.report("ann")]).contains("the same files"))
  }

  @Test(
    "Mistakes are counted by check, the most frequent first; what a program says counts for none")
  func mistakesAreCounted() {
    func result(_ verdict: Verdict, _ message: String) -> CheckResult {
      CheckResult(SyntheticClass.exercise.checks[0], verdict, message: message, seconds: 2)
    }
    let named = Sentences.namesMistake
    let tally = CheckTally(
      SyntheticClass.exercise.checks[0],
      [
        result(.failed, "Wrong.\n\(named)it is late."),
        result(.failed, "Bad.\n\(named)it is early."),
        result(.failed, "Off.\n\(named)it is early."), result(.failed, "Off."),
        result(.crashed, "Stopped.\n\(named)I say so."), result(.passed, ""), result(.blocked, ""),
        result(.graderFault, ""),
      ])
    #expect(tally.mistakes.map(\.explanation) == ["it is early", "it is late"])
    #expect(tally.mistakes.map(\.count) == [2, 1])
    #expect(tally.verdicts.map(\.count) == [1, 4, 1, 1, 1])
    #expect(tally.share == "14 %")
    #expect(tally.medianSeconds == 2)
  }

  @Test(
    "Only none is 0 %, and only all is 100 %",
    arguments: [(0, "0 %"), (1, "under 1 %"), (299, "99 %"), (300, "100 %")])
  func percentIsHonest(passed: Int, expected: String) {
    let check = SyntheticClass.exercise.checks[0]
    let results = (0..<300).map { CheckResult(check, $0 < passed ? .passed : .failed) }
    #expect(CheckTally(check, results).share == expected)
  }

  @Test(
    "A student reads by subject, what is open before what has passed, with message, hint and output"
  )
  func studentPageIsInOrder() {
    let page = SyntheticClass.page(
      SyntheticClass.report(
        "ann", [.passed, .failed], message: "It is 1.\nIt should be 2.", output: "so far"))
    let places = page.places(of: [
      "<strong>75</strong> of 100 points", "<h2>sigmoid", "the claim of sigmoid.gradient",
      "<p>It is 1.</p>", "<p>It should be 2.</p>", "Hint: A hint?", "<pre>\nso far</pre>",
      "the claim of sigmoid.forward", "<h2>relu",
    ])
    #expect(
      !places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(page.count(of: "Hint:") == 1)
  }

  @Test("Whose submission is not decided reads that it is no fault of theirs, and no points")
  func undecidedStudent() {
    let page = SyntheticClass.page(SyntheticClass.report("ann", [.graderFault, .blocked]))
    #expect(page.contains("Not decided"))
    #expect(!page.contains("of 100 points"))
    #expect(page.contains("<h2>sigmoid <span class=\"quiet\">not decided</span></h2>"))
    #expect(page.count(of: "0 of 25") == 1, "the blocked check alone")
    #expect(!page.contains("Hint:"))
  }

  @Test("A student's page stands alone: it leads nowhere, and names nobody but whose it is")
  func pagesAreOnesOwn() throws {
    let folder = try ScratchFolder()
    let names = ["ann", "ben", "cem"]
    let reports = names.map { SyntheticClass.report("student-\($0)") }
    try Pages.write(reports, to: folder.path)
    for name in names {
      let page = try String(
        contentsOfFile: "\(folder.path)/pages/student-\(name).html", encoding: .utf8)
      #expect(page.contains("student-\(name)"))
      #expect(names.allSatisfy { $0 == name || !page.contains("student-\($0)") })
      #expect(!page.contains("<a ") && !page.contains("href="))
    }
  }

  @Test(
    "Of 300 submissions every one has its line and its page, and the same reports make the same bytes"
  )
  func wholeClass() throws {
    let reports = SyntheticClass.reports(300)
    let folders = try [ScratchFolder(), ScratchFolder()]
    for folder in folders { try Pages.write(reports, to: folder.path) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folders[0].path)
    #expect(files.count == 302)
    for file in files where file.hasSuffix(".html") {
      let first = FileManager.default.contents(atPath: "\(folders[0].path)/\(file)")
      #expect(first == FileManager.default.contents(atPath: "\(folders[1].path)/\(file)"))
    }
    let page = SyntheticClass.index(reports)
    #expect(page.count(of: "<th scope=\"row\"><a href=\"pages/") == 300)
    #expect(page.count(of: "<span class=\"strip\"") == 300)
  }
}
