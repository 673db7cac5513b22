import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// Submissions of two files, of which one rests on the other, graded as a batch does.
@Suite("Our files in the place of wrong ones")
struct OursTests {
  private let course: ToyCourse
  private let exercise: Exercise

  private static let own = """
    import Tensors
    public struct Doubling: Step {
      public init() {}
      public func callAsFunction(_ x: Tensor) -> Tensor { return 2 * x }
    }
    """
  private static let fourfold = """
    import Tensors
    public func fourfold(_ x: Tensor) -> Tensor { return Doubling()(Doubling()(x)) }
    """

  init() throws {
    course = try ToyCourse()
    try course.put(
      """
      import Tensors

      public func fourfold(_ x: Tensor) -> Tensor {
        // begin 1.2: What have you written already?
        return Doubling()(Doubling()(x))
        // end
      }

      """, at: "Solutions/01-Doubling/Fourfold.swift")
    try course.put(
      """
      import Doorway
      import Exercise01
      import Tensors

      func answersOfExercise01() -> Doorway.Answers {
        var answers = Doorway.Answers()
        answers.to(Question<Tensor, Tensor>("01.doubling.value")) { Doubling()($0) }
        answers.to(Question<Tensor, Tensor>("01.fourfold.value")) { fourfold($0) }
        return answers
      }
      """, at: "Grader/Subject/Exercise01.swift")
    func check(_ id: String, on uses: [String]) -> Check {
      Check(id, claim: "it is so much", points: 50, uses: uses, hints: ["How much?"]) { exam in
        try exam.expectReference(Question<Tensor, Tensor>(id), of: exam.normal([3]))
      }
    }
    exercise = Exercise(
      number: "01", title: "Toy", folder: "01-Doubling",
      files: ["Doubling.swift", "Fourfold.swift"], given: ["Step.swift"],
      plan: ExercisePlan(checks: [
        "Doubling.swift": [check("01.doubling.value", on: [])],
        "Fourfold.swift": [check("01.fourfold.value", on: ["01.doubling.value"])],
      ]))
  }

  /// Grades `submissions`, files by their names; returns the reports by the submissions' names.
  private func graded(_ submissions: [String: [String: String]]) throws -> [String: Report] {
    let folder = try ScratchFolder()
    for (name, files) in submissions {
      try Folder.make("\(folder.path)/class/\(name)")
      for (file, text) in files {
        try AtomicFile.write(
          Data(text.utf8), to: "\(folder.path)/class/\(name)/\(file)", durably: false)
      }
    }
    let workshop = try Workshop(exercise, installation: course.installation)
    let output = try BatchOutput(
      "\(folder.path)/out", of: exercise, apartFrom: "\(folder.path)/class", seed: 1)
    let outcome = try Batch(
      exercise, try SubmissionFolder("\(folder.path)/class"), output: output, jobs: 2, data: nil,
      workshop: workshop, oracle: try Oracle(workshop)
    ).run()
    return Dictionary(uniqueKeysWithValues: outcome.reports.map { ($0.submission, $0) })
  }

  @Test("What is right on a wrong, an open or a broken file is right; nothing else is")
  func kinds() throws {
    let wrong = Self.own.replacing("2 * x", with: "3 * x")
    let reports = try graded([
      "right": ["Doubling.swift": Self.own, "Fourfold.swift": Self.fourfold],
      "wrong": ["Doubling.swift": wrong, "Fourfold.swift": Self.fourfold],
      "missing": ["Fourfold.swift": Self.fourfold],
      "broken": [
        "Doubling.swift": Self.own.replacing("2 * x", with: "y"), "Fourfold.swift": Self.fourfold,
      ],
      "both": [
        "Doubling.swift": wrong,
        "Fourfold.swift": Self.fourfold.replacing("Doubling()(x)", with: "x"),
      ],
      "untouched": [:],
      // With ours it does not compile: what it calls is not there.
      "renamed": [
        "Doubling.swift": wrong + "\nfunc twice(_ x: Tensor) -> Tensor { return 3 * x }\n",
        "Fourfold.swift": Self.fourfold.replacing(
          "Doubling()(Doubling()(x))", with: "twice(twice(x))"),
      ],
      // Says what it sees of ours, and is not heard.
      "tells": [
        "Doubling.swift": wrong,
        "Fourfold.swift": """
        import Tensors
        public func fourfold(_ x: Tensor) -> Tensor {
          let y = Doubling()(Doubling()(x))
          if abs(y - 4 * x).max() < 1e-9 { print("SECRET") } else { print("own") }
          return y
        }
        """,
      ],
    ])
    func points(_ name: String) -> Int? { reports[name]?.points }
    #expect(points("right") == 100)
    #expect(points("wrong") == 50)
    #expect(points("missing") == 50)
    #expect(points("broken") == 50)
    #expect(points("both") == 0)
    #expect(points("untouched") == 0)
    #expect(points("renamed") == 0)
    #expect(points("tells") == 50)
    for report in reports.values { #expect(report.addsUp(to: exercise.checks)) }
    #expect(reports["right"]?.pointsWithOurs == 0)
    #expect(reports["wrong"]?.checks[1].ours?.files == ["Doubling.swift"])
    #expect(reports["wrong"]?.checks[0].verdict == .failed)
    #expect(
      reports["renamed"]?.notes.contains(Sentences.doNotFit(["Fourfold.swift"], ["Doubling.swift"]))
        == true)
    let told = try #require(reports["tells"])
    #expect(told.checks[1].output.contains("own"))
    #expect(!String(decoding: try told.json(), as: UTF8.self).contains("SECRET"))
  }
}
