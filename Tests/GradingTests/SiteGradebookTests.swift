import Foundation
import Testing

@testable import Grading

@Suite("Points merged into what a course site exported")
struct SiteGradebookTests {
  private let canvas =
    "Student,ID,SIS User ID,SIS Login ID,Section,hw1 (11),hw10 (12),Final Score\r\n"
    + ",,,,,Manual Posting,,\r\n"
    + "    Points Possible,,,,,100.0,100.0,(read only)\r\n"
    + "\"Example, Ann\",12345,s1,ann,A,,3,=1+1\r\n"
    + "\"O\"\"Neil, Bo\",777.0,007,bo,A,EX,EX, x \r\n"
    + "\"Student, Test\",99,,t,A,,,\r\n"

  private func merge(
    _ text: String, _ reports: [Report], _ column: String? = nil, moodle: Bool = false
  ) throws -> SiteGradebook.Merged {
    let table = DelimitedText(text.utf8)
    let book =
      moodle
      ? try SiteGradebook.moodle("m.csv", table, title: column)
      : try SiteGradebook.canvas("c.csv", table, assignment: column)
    return try book.merging(reports, possible: Score(100))
  }

  private func text(_ merged: SiteGradebook.Merged) -> String {
    String(decoding: merged.data, as: UTF8.self)
  }

  @Test(
    "In Canvas' file a cell of points changes and no other byte, whatever the submission is called after",
    arguments: [
      "12345", "ann", "s1", "Example, Ann", "exampleann_12345", "exampleann_12345_88_Net.swift",
      "exampleann_LATE_12345_88_Net-1.swift", "ANN",
    ])
  func canvasCell(name: String) throws {
    let merged = try merge(canvas, [SyntheticClass.report(name, [.failed])], "hw10")
    #expect(text(merged) == canvas.replacing("A,,3,=1+1", with: "A,,75,=1+1"))
    #expect(merged.entered == 1 && merged.strangers.isEmpty)
  }

  @Test("What is only the beginning of a title, or of a number, means nobody")
  func beginnings() throws {
    let first = try merge(canvas, [SyntheticClass.report("ann")], "hw1")
    #expect(text(first) == canvas.replacing("A,,3,=1+1", with: "A,100,3,=1+1"))
    for name in ["1234", "an", "team_12345", "123456", "an-n", "--"] {
      let merged = try merge(canvas, [SyntheticClass.report(name)], "11")
      #expect(merged.strangers == [name])
      #expect(text(merged) == canvas)
    }
    #expect(throws: GraderError.self) { try merge(canvas, [], "hw") }
    #expect(throws: GraderError.self) { try merge(canvas, [], "Final Score") }
    #expect(throws: GraderError.self) { try merge(canvas, []) }
  }

  @Test("Who is excused stays so, and a fault of the grader enters nothing; both are told")
  func leftAlone() throws {
    let reports = [SyntheticClass.report("bo"), SyntheticClass.report("ann", [.graderFault])]
    let merged = try merge(canvas, reports, "hw10 (12)")
    #expect(text(merged) == canvas)
    #expect(
      Sentences.merged(merged) == [
        "Left as it was, excused in Canvas: bo.",
        "Left as it was, the grader itself failed: ann.",
      ])
  }

  @Test(
    "Who is in the gradebook and handed in nothing is named, a few and how many; nobody excused is")
  func absent() throws {
    let merged = try merge(canvas, [SyntheticClass.report("zoe")], "hw1")
    #expect(merged.absent == ["Example, Ann"])
    #expect(
      Sentences.merged(merged)[1]
        == "In the gradebook and without a submission, so left as they were (1): 'Example, Ann'.")
    #expect(try merge(canvas, [SyntheticClass.report("ann")], "hw10").absent.isEmpty)
    let many = canvas + (1...14).map { "\"X, \($0)\",\(200 + $0),,,A,,,\r\n" }.joined()
    let sentence = Sentences.merged(try merge(many, [SyntheticClass.report("ann")], "hw1"))[0]
    #expect(sentence.contains("(14): 'X, 1', 'X, 2'") && sentence.hasSuffix(" and 4 more."))
  }

  @Test("Whose archive could not be read keeps the cell as it was, and is named")
  func unreadArchive() throws {
    let merged = try merge(canvas, [SyntheticClass.unread("ann")], "hw1")
    #expect(text(merged) == canvas)
    #expect(Sentences.merged(merged) == ["Left as it was, an archive could not be read: ann."])
  }

  @Test("Two submissions of one person, one of two persons, another maximum: refused in a sentence")
  func refused() throws {
    func sentence(_ body: () throws -> SiteGradebook.Merged) -> String {
      #expect(throws: GraderError.self) { _ = try body() }.map(Sentences.error) ?? ""
    }
    let ann = SyntheticClass.report("ann")
    let twice = [ann, SyntheticClass.report("12345")]
    #expect(
      sentence { try merge(canvas, twice, "hw1") }
        == "c.csv, row 4: ann and 12345 both belong to this person. Leave one of them.")
    let shortened = canvas.replacing("777.0", with: "12345")
    #expect(
      sentence { try merge(shortened, [SyntheticClass.report("12345")], "hw1") }
        .hasPrefix("c.csv: 12345 fits rows 4 and 5. Export the file anew"))
    #expect(
      sentence { try merge(canvas.replacing("100.0", with: "50"), [ann], "hw1") }
        == "c.csv counts to 50, and this exercise to 100. Set the points on the course site to 100, "
        + "and export the file anew.")
    #expect(sentence { try merge("a,b\n1,2\n", [ann]) }.contains("is no gradebook that Canvas"))
  }

  private let moodle =
    "\u{FEFF}ID;\"Vollständiger Name\";E-Mail-Adresse;Status;Bewertung;Bestwertung;"
    + "\"Bewertung kann geändert werden\";\"Zuletzt geändert (Abgabe)\"\n"
    + "Teilnehmer/in4711;\"Jan Müller\";jan@x.de;\"zur Bewertung\";;100,00;Ja;\"a;b\nc\"\n"
    + "Teilnehmer/in12;\"Bo Li\";bo@x.de;;55,00;100,00;Nein;-\n"

  @Test(
    "Moodle's worksheet in German: decimal commas, semicolons, a byte order mark",
    arguments: [
      "Jan Müller_4711_assignsubmission_file_", "Jan Müller_4711_assignsubmission_file",
      "Jan Müller_4711", "4711", "jan@x.de", "jan mu\u{308}ller",
    ])
  func german(name: String) throws {
    let merged = try merge(moodle, [SyntheticClass.report(name, [.failed])], moodle: true)
    #expect(text(merged) == moodle.replacing(";;100,00", with: ";75;100,00"))
  }

  @Test("What Moodle would refuse is not entered: locked grades, and more than the maximum")
  func refusedByMoodle() throws {
    var best = SyntheticClass.report("4711")
    best.points += 5
    let merged = try merge(moodle, [best, SyntheticClass.report("12")], moodle: true)
    #expect(text(merged) == moodle.replacing(";;100,00", with: ";100;100,00"))
    #expect(merged.capped == ["4711"])
    #expect(merged.leftAlone.map(\.name) == ["12"])
  }

  @Test("A table in English, an unknown encoding, and old line ends stay as they are")
  func bytes() throws {
    let head = "Identifier,Full name,Email address,Grade,Maximum grade\r"
    let bytes =
      Array(head.utf8) + Array("Participant 7,J".utf8) + [0xFC] + Array(",,,100.00\r".utf8)
    let book = try SiteGradebook.moodle("m.csv", DelimitedText(bytes), title: nil)
    let merged = try book.merging([SyntheticClass.report("7")], possible: Score(100))
    #expect(
      Array(merged.data)
        == Array(head.utf8) + Array("Participant 7,J".utf8) + [0xFC]
        + Array(",,100,100.00\r".utf8))
  }
}
