import Foundation
import Testing

@testable import Grading

@Suite("A course's policy")
struct PolicyTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func read(_ json: String, times: String = "") throws -> Policy {
    try Data(json.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/policy.json"))
    try Data(times.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/times.csv"))
    return try Policy(readFrom: "\(folder.path)/policy.json")
  }

  private static let due = #""due": "2026-11-20T23:59:59+01:00", "times": "times.csv""#

  /// 80 points of 100, handed in so many seconds after the deadline.
  private func grade(_ rule: String, after seconds: Int, json: String = "") throws -> Grade {
    let time = ISO8601DateFormatter().string(
      from: try #require(PolicyFile.date("2026-11-20T23:59:59+01:00")) + Double(seconds))
    let policy = try read(
      "{\"late\": {\(Self.due), \(rule)}\(json)}", times: "submission,time\nann,\(time)\n")
    var report = SyntheticClass.report("ann")
    report.points = 80
    return try #require(policy.grade(report))
  }

  @Test(
    "A delay within the grace is free; a longer one counts from the deadline, by units begun",
    arguments: [
      (0, "80"), (59, "80"), (60, "80"), (61, "72"), (3600, "72"), (3601, "64"), (86_400, "40"),
      (90_000, "40"),
    ])
  func worked(seconds: Int, points: String) throws {
    let rule = #""grace": "60 s", "each": "1 h", "costs": "10 %", "most": "50 %""#
    #expect(try grade(rule, after: seconds).points.text == points)
  }

  @Test("Shares are of what was earned or of what was possible, and every step is said")
  func sentences() throws {
    let rule = #""each": "1 d", "costs": "12.5 %""#
    #expect(
      try grade(rule, after: 3601)
        == Grade(
          points: Score(70),
          rules: [
            "Handed in 1 h 1 s late: 1 × 1 d begun, 12.5 % each, so 12.5 % of the points: -10."
          ]))
    let possible = try grade(#"\#(rule), "of": "possible""#, after: 86_401)
    #expect(possible.points == Score(55))
    #expect(possible.rules[0].contains("so 25 % of the exercise's points: -25."))
    #expect(try grade(rule, after: -5).rules == ["Handed in on time."])
    #expect(try grade(rule, after: 900 * 86_400).points == Score(0))
  }

  @Test("What is given besides comes after what was taken off, and the end is rounded once")
  func rounding() throws {
    let rule = #""each": "1 h", "costs": "3.33 %""#
    let extra = #", "extra": [{"submission": "ann", "points": 0.1, "for": "a fault found"}]"#
    let cases = [
      ("", "77.44"), (#", "round": {"to": 0.5}"#, "77.5"), (#", "round": {"to": "1"}"#, "77"),
      (#", "round": {"to": 1, "direction": "up"}"#, "78"),
      (#", "round": {"to": 0.25, "direction": "down"}"#, "77.25"),
    ]
    for (json, points) in cases {
      let grade = try grade(rule, after: 10, json: extra + json)
      #expect(grade.points.text == points, "\(json)")
      #expect(grade.rules.contains("0.1 points besides, for a fault found."))
    }
  }

  @Test("Points beyond the exercise's count, or not; a fault of the grader has no grade")
  func bonus() throws {
    var report = SyntheticClass.report("ann")
    report.points = 105
    #expect(try read("{}").grade(report) == Grade(points: Score(105), rules: []))
    #expect(
      try read(#"{"bonus": "is capped"}"#).grade(report)
        == Grade(
          points: Score(100), rules: ["Points beyond 100 are not counted: there were 105."]))
    #expect(try read("{}").grade(SyntheticClass.report("ann", [.graderFault])) == nil)
  }

  @Test("Who is not in the table of times loses nothing, and it says so")
  func unknownTime() throws {
    let policy = try read(
      "{\"late\": {\(Self.due), \"each\": \"1 h\", \"costs\": \"10 %\"}}",
      times: "bo,2026-11-21T00:00:00Z\n")
    let grade = try #require(policy.grade(SyntheticClass.report("ann")))
    #expect(grade.points == Score(100))
    #expect(grade.rules[0].hasPrefix("When it was handed in is not known"))
  }

  @Test(
    "What is not understood is refused, with its place",
    arguments: [
      ("{", "the file is no object"), ("[]", "the file is no object"),
      (
        #"{"lat": {}}"#,
        "'lat' is no key of the file; there are attempts, ours, bonus, late, extra and round"
      ),
      (
        "{\"\(String(repeating: "x", count: 20_000))\": 1}",
        "'\(String(repeating: "x", count: 60))…' is no key of the file"
      ),
      (#"{"bonus": "counts", "b\u006fnus": "is capped"}"#, "'bonus' stands twice"),
      (#"{"attempts": 0}"#, "'attempts' takes"), (#"{"attempts": true}"#, "'attempts' takes"),
      (#"{"late": {"due": "2026-11-20"}}"#, "'due' takes a time with its zone"),
      (#"{"late": {"due": "2026-11-20T23:59:59Z"}}"#, "'late' needs 'each'"),
      (
        #"{"late": {"due": "2026-11-20T23:59:59Z", "each": "1 week", "costs": "1 %"}}"#,
        "'each' takes a time"
      ),
      (
        #"{"late": {"due": "2026-11-20T23:59:59Z", "each": "1 h", "costs": "101 %"}}"#,
        "'costs' takes a share"
      ),
      (
        #"{"late": {"due": "2026-11-20T23:59:59Z", "each": "1 h", "costs": "1 %"}}"#,
        "'late' needs 'times'"
      ),
      (#"{"extra": [{"submission": "ann", "points": -1, "for": "x"}]}"#, "each of 'extra' needs"),
      (#"{"round": {"to": 0}}"#, "'to' takes"),
      (#"{"round": {"direction": "away"}}"#, "'direction' is"),
    ])
  func refused(json: String, words: String) throws {
    let error = #expect(throws: GraderError.self) { try read(json) }
    let sentence = error.map(Sentences.error) ?? ""
    #expect(sentence.contains(words), "\(sentence)")
    #expect(sentence.hasPrefix("\(folder.path)/policy.json: "))
  }

  @Test("Gradebook, page and exports tell the grade, and the points beside it")
  func everywhere() throws {
    var report = SyntheticClass.report("ann", [.failed])
    report.grade = try read(#"{"round": {"to": 10, "direction": "up"}}"#).grade(report)
    let csv = Gradebook(SyntheticClass.exercise, ClassReports([report])).csv
    #expect(csv.contains("notes,grade,rules\r\nann,75,100,"))
    #expect(csv.hasSuffix(",80,Rounded up to 10: 80.\r\n"))
    #expect(SyntheticClass.page(report).contains("By the rules of the course: <strong>80</strong>"))
    let page = SyntheticClass.index([report])
    #expect(page.contains("title=\"Rounded up to 10: 80.\">80</td>"))
    #expect(page.contains("How many submissions have how many points, by the rules of the course"))
    #expect(page.contains(">80–84 points: 1</desc>"))
    #expect(page.contains("<dt>Median of grades</dt><dd>80 of 100</dd>"))
    #expect(report.score == Score(80))
    let copy = try JSONDecoder().decode(Report.self, from: try report.json())
    #expect(copy.grade == report.grade)
  }

  @Test("Of more attempts than count the last of those that do is graded")
  func attempts() throws {
    for n in 1...4 {
      try Folder.make("\(folder.path)/class/ann_attempt_\(n)")
      try Data("\(n)".utf8).write(
        to: URL(fileURLWithPath: "\(folder.path)/class/ann_attempt_\(n)/A.swift"))
    }
    let submissions = try SubmissionFolder("\(folder.path)/class", mostAttempts: 2).submissions
    let contents = try submissions[0].contents(for: SyntheticClass.exercise)
    #expect(contents.files == ["A.swift": Data("2".utf8)])
    #expect(
      contents.notes.first
        == "Of the first 2 attempts the last is taken, ann_attempt_2; ann_attempt_3 and "
        + "ann_attempt_4 came after.")
  }
}
