import Checks
import Foundation
import Grading
import Testing

@Suite("grader check and hint")
struct CheckCommandTests {
  @Test("The report as JSON has every check, points that add up, and the status they ask for")
  func jsonReport() throws {
    let run = try GraderCommand(["check", "05", "--json"])
    let report = try #require(try run.reports().first)
    #expect(try report.checks.count == Catalogue.exercise("05").checks.count)
    #expect(report.points == report.checks.map(\.points).reduce(0, +))
    #expect(report.possible == 100)
    #expect(run.status == (report.points == 100 ? 0 : 1))
    #expect(!report.hasGraderFault)
  }

  @Test("--only takes the checks whose name contains the word")
  func onlySome() throws {
    let run = try GraderCommand(["check", "05", "--only", "relu", "--json"])
    #expect(
      try run.reports()[0].checks.map(\.id)
        == ["05.relu.forward", "05.relu.gradient", "05.relu.zero"])
  }

  @Test(
    "A part of the handout, a file and a check may be named, behind --only or in its place",
    arguments: [
      ["1.11"], ["01", "--only", "1.11"], ["Values.swift"], ["01", "--only", "Values.swift"],
      ["Exercises/01-WarmUp/Values.swift"],
    ])
  func named(words: [String]) throws {
    let reports = try GraderCommand(["check"] + words + ["--json"]).reports()
    #expect(
      reports.map { $0.checks.map(\.id) }
        == [["01.clip.place", "01.running.mean", "01.running.copies"]])
  }

  @Test("Without colours where nobody looks: what is printed into a file is plain text")
  func plainText() throws {
    let run = try GraderCommand(["check", "05", "--only", "sigmoid"])
    #expect(run.output.contains("05.sigmoid.forward"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("grader alone shows every exercise and what comes next")
  func overview() throws {
    let run = try GraderCommand([])
    #expect(run.output.contains("Exercise 05  "))
    #expect(run.output.contains("of 100 points"))
    if run.status == 1 { #expect(run.output.contains("Next: ")) }
  }

  @Test("Each time a hint is asked for there is one more, until there are no more")
  func oneHintMore() throws {
    let check = try Catalogue.check("05.solver.best").check
    var numbers: [Int] = []
    for _ in 0...check.hints.count {
      let run = try GraderCommand(["hint", check.id])
      #expect(run.status == 0)
      let number = try #require(
        check.hints.firstIndex {
          run.output.contains($0)
        })
      #expect(run.output.contains("Hint \(number + 1) of \(check.hints.count)"))
      numbers.append(number)
    }
    #expect(numbers == numbers.sorted())
    #expect(numbers.last == check.hints.count - 1)
    #expect(Set(numbers.dropLast()).count == numbers.count - 1 || numbers[0] > 0)
  }

  @Test("A file that has been renamed is known by what it declares")
  func renamed() throws {
    let copy = try PackageCopy()
    let room = "Exercises/01-WarmUp"
    let text = try String(
      contentsOfFile: "\(copy.folder.path)/\(room)/Values.swift", encoding: .utf8)
    try copy.remove("\(room)/Values.swift")
    try copy.write(text, to: "\(room)/Valuess.swift")
    try copy.write("func helper() {}\n", to: "\(room)/Helper.swift")
    let output = try GraderCommand(["check", "01", "--only", "clip"], of: copy).output
    #expect(output.contains("'mv \(room)/Valuess.swift \(room)/Values.swift'"))
    #expect(!output.contains("Valuess.swift is neither"))
    #expect(output.contains("Helper.swift is neither"))
  }
}
