import Foundation
import Testing

@testable import Grading

@Suite("What is exported of a batch")
struct ExporterTests {
  private let folder: ScratchFolder
  private let exercise = SyntheticClass.exercise

  init() throws {
    folder = try ScratchFolder()
  }

  private var path: String { "\(folder.path)/out" }

  /// Leaves what a batch would leave.
  private func leave(_ reports: [Report]) throws {
    let output = try BatchOutput(
      path, of: exercise, apartFrom: "\(folder.path)/in", seed: 1, secret: "s")
    for report in reports { try output.write(report) }
    try Gradebook(exercise, ClassReports(reports)).write(to: path)
  }

  private func results() throws(GraderError) -> BatchResults {
    try BatchResults(path, of: [exercise])
  }

  private func sentence(_ body: () throws -> Void) -> String {
    #expect(throws: GraderError.self) { try body() }.map(Sentences.error) ?? ""
  }

  @Test("Each submission is a file, and a class one besides; what a fault leaves open is told")
  func files() throws {
    try leave([SyntheticClass.report("ann"), SyntheticClass.report("b/c", [.graderFault])])
    let exporter = Exporter(try results())
    let junit = try exporter.write(.junit, into: nil)
    #expect(junit.count == 2 && !junit.isPartial && junit.notes.count == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/junit/submissions")
    #expect(names.sorted() == ["ann.xml", "\(Report.fileName(of: "b/c")).xml"])
    let gradescope = try exporter.write(.gradescope, into: "\(folder.path)/gs")
    #expect(gradescope.count == 1 && gradescope.isPartial)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/gs") == ["ann"])
  }

  @Test("Whose archive could not be read has no points for a gradebook, and is named")
  func unreadArchives() throws {
    try leave([SyntheticClass.report("ann"), SyntheticClass.unread("bob")])
    let exporter = Exporter(try results())
    for format in [ExportFormat.junit, .artemis] {
      let outcome = try exporter.write(format, into: nil)
      #expect(outcome.isPartial && outcome.count == (format == .junit ? 2 : 1))
      #expect(
        outcome.notes == [
          "Without points, since an archive in what they handed in could not be read (1): bob. Have "
            + "them pack it anew, run the same '\(Sentences.grader) batch' again, then this."
        ])
    }
    let gradescope = try exporter.write(.gradescope, into: nil)
    #expect(gradescope.count == 2 && !gradescope.isPartial && gradescope.notes.isEmpty)
    let told = try String(contentsOfFile: "\(path)/gradescope/bob/results.json", encoding: .utf8)
    #expect(told.contains("\"score\" : 0") && told.contains("bob.zip was not read."))
    let suite = try String(contentsOfFile: "\(path)/junit/submissions/bob.xml", encoding: .utf8)
    #expect(!suite.contains("name=\"points\""))
    #expect(suite.contains("errors=\"4\"") && suite.contains("bob.zip was not read."))
    let book = "\(folder.path)/canvas.csv"
    let text = "Student,ID,Section,E (1)\n  Points Possible,,,100\nbob,7,,\nann,8,,\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: book))
    let merged = try exporter.merge(into: book, as: .canvas, column: nil, file: nil)
    #expect(merged.isPartial && merged.count == 1)
    let copy = try String(contentsOfFile: merged.path, encoding: .utf8)
    #expect(copy == text.replacing("ann,8,,", with: "ann,8,,100"))
  }

  @Test("Nothing is written among the submissions, where the next batch would grade it")
  func amongSubmissions() throws {
    let submissions = "\(folder.path)/in"
    try Folder.make("\(submissions)/ann")
    try leave([SyntheticClass.report("ann")])
    #expect(
      try BatchOutput(path, of: exercise, seed: 1).keep(nil, submissions: submissions) == false)
    let exporter = Exporter(try results())
    let words = sentence { _ = try exporter.write(.gradescope, into: "\(submissions)/grades") }
    #expect(words.hasPrefix("\(submissions)/grades lies in the folder of submissions"))
    let book = "\(folder.path)/canvas.csv"
    let text = "Student,ID,Section,E (1)\n  Points Possible,,,100\nann,8,,\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: book))
    #expect(
      sentence {
        _ = try exporter.merge(
          into: book, as: .canvas, column: nil, file: "\(submissions)/ann/new.csv")
      }.contains("lies in the folder of submissions"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: submissions) == ["ann"])
    #expect(try exporter.write(.gradescope, into: "\(folder.path)/grades").count == 1)
  }

  @Test("Grades that the kept policy does not make go nowhere")
  func otherGrades() throws {
    var policy = Policy()
    policy.extra = [.init(submission: "ann", points: Score(5), reason: "a fault")]
    var report = SyntheticClass.report("ann", [.failed])
    try leave([report])
    _ = try BatchOutput(path, of: exercise, seed: 1).keep(policy)
    #expect(sentence { _ = try results() }.contains("are not those of the policy"))
    report.grade = policy.grade(report)
    try leave([report])
    #expect(try results().reports[0].score == Score(80))
  }

  @Test("Nothing of an earlier export stays that is no longer so")
  func earlierExports() throws {
    let folder = "\(folder.path)/gs"
    for verdict in [Verdict.passed, .graderFault] {
      try leave([SyntheticClass.report("ann", [verdict])])
      let exporter = Exporter(try results())
      _ = try exporter.write(.gradescope, into: folder)
      _ = try exporter.write(.artemis, into: nil)
      let isThere = verdict == .passed
      #expect(
        FileManager.default.fileExists(atPath: "\(folder)/ann/results.json") == isThere)
      #expect(FileManager.default.fileExists(atPath: "\(path)/artemis/ann.xml") == isThere)
    }
  }

  @Test("What no export has written is never written over, and nothing else is written then")
  func guardsWork() throws {
    try leave([SyntheticClass.report("ann"), SyntheticClass.report("ben")])
    let exporter = Exporter(try results())
    let work = "\(folder.path)/class/ben.xml"
    try Folder.make("\(folder.path)/class")
    try Data("import Tensors\n".utf8).write(to: URL(fileURLWithPath: work))
    #expect(
      sentence { _ = try exporter.write(.artemis, into: "\(folder.path)/class") }
        == "\(work) would be written over. Name another place with --into.")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/class").count == 1)
    let book = "\(folder.path)/canvas.csv"
    let text = "Student,ID,Section,E (1)\n  Points Possible,,,100\nA,7,,\nann,8,,\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: book))
    let merge = { (file: String) in
      _ = try exporter.merge(into: book, as: .canvas, column: nil, file: file)
    }
    #expect(sentence { try merge(work) }.contains("would be written over"))
    let copy = "\(folder.path)/copy.csv"
    for _ in 0..<2 { try merge(copy) }
    for format in [ExportFormat.junit, .artemis] {
      for _ in 0..<2 { _ = try exporter.write(format, into: "\(folder.path)/\(format.rawValue)") }
    }
    #expect(try String(contentsOfFile: work, encoding: .utf8) == "import Tensors\n")
  }

  @Test("Points are merged into a copy, never over what was exported")
  func copies() throws {
    try leave([SyntheticClass.report("ann")])
    let book = "\(folder.path)/canvas.csv"
    let text = "Student,ID,Section,E (1)\n  Points Possible,,,100\nA,7,,\nann,8,,\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: book))
    let exporter = Exporter(try results())
    let outcome = try exporter.merge(into: book, as: .canvas, column: nil, file: nil)
    #expect(outcome.path == "\(path)/canvas.csv" && outcome.count == 1)
    let merged = try String(contentsOfFile: outcome.path, encoding: .utf8)
    #expect(merged == text.replacing("ann,8,,", with: "ann,8,,100"))
    #expect(
      sentence { _ = try exporter.merge(into: book, as: .canvas, column: nil, file: book) }
        == "\(book) would be written over. Name another place with --into.")
    #expect(try String(contentsOfFile: book, encoding: .utf8) == text)
  }

  @Test(
    "No batch, an unfinished one, a report with other points or no number: refused in a sentence")
  func refused() throws {
    #expect(sentence { _ = try results() }.hasPrefix("There is no folder"))
    try Folder.make(path)
    #expect(sentence { _ = try results() }.contains("holds no results of a batch"))
    try leave([SyntheticClass.report("ann")])
    try FileManager.default.removeItem(atPath: "\(path)/gradebook.csv")
    #expect(sentence { _ = try results() }.contains("has not come to its end"))
    var forged = SyntheticClass.report("ann", [.failed])
    forged.points = 100
    try leave([forged])
    #expect(sentence { _ = try results() }.contains("its points are not those of its checks"))
    try leave([SyntheticClass.report("ann")])
    let report = "\(path)/reports/ann.json"
    let json = try String(contentsOfFile: report, encoding: .utf8)
    for number in ["NaN", "1e999", "\"x\""] {
      let bad = json.replacing("\"seconds\" : 1,", with: "\"seconds\" : \(number),")
      #expect(bad != json)
      try Data(bad.utf8).write(to: URL(fileURLWithPath: report))
      #expect(sentence { _ = try results() }.contains("is not as this grader writes it"))
    }
  }

  @Test("As long as a grader is at work there, nothing is exported")
  func atWork() throws {
    try leave([SyntheticClass.report("ann")])
    let output = try BatchOutput(
      path, of: exercise, apartFrom: "\(folder.path)/in", seed: 1, secret: "s")
    #expect(sentence { _ = try results() }.hasPrefix("Another grader"))
    #expect(output.seed == 1)
  }
}
