import Doorway
import Testing

@testable import Grading

@Suite("What to do next")
struct NextTests {
  /// A layer, a loss, a network of both, its training; and a leaf that nothing builds on.
  static let first = exercise(
    "05", trains: true,
    [
      ("leaf", [], []), ("layer", [], []), ("loss", [], []), ("net", [], ["layer", "loss"]),
      ("gradient", ["net"], []), ("training", ["gradient"], []),
    ])
  static let second = exercise("06", trains: false, [("one", [], [])])

  private static func exercise(
    _ number: String, trains: Bool, _ checks: [(name: String, buildsOn: [String], uses: [String])]
  ) -> Exercise {
    Exercise(
      number: number, title: "Title of \(number)", folder: "\(number)-Folder", files: ["A.swift"],
      parts: ["A.swift": (1...10).map { "\(Int(number) ?? 0).\($0)" }],
      plan: ExercisePlan(
        checks: [:],
        together: checks.map { check in
          Check(
            "\(number).\(check.name)", claim: "a claim", points: 5,
            buildsOn: check.buildsOn.map { "\(number).\($0)" },
            uses: check.uses.map { "\(number).\($0)" },
            hints: ["First?", "Second?", "Third?"]
          ) { _ in }
        }, training: trains ? MadeUpTraining() : nil))
  }

  private func report(
    _ exercise: Exercise = first, _ verdicts: [String: Verdict] = [:],
    parts: [String: String] = [:], only: [String]? = nil
  ) -> Report {
    let checks = exercise.checks.filter { check in
      only.map { $0.contains(String(check.id.dropFirst(3))) } ?? true
    }
    return Report(
      "somebody", of: exercise, seed: 1,
      checks: checks.map { check in
        let name = String(check.id.dropFirst(3))
        var result = CheckResult(check, verdicts[name] ?? .passed, message: "A message.")
        result.part = parts[name]
        return result
      })
  }

  private func next(_ reports: Report...) -> String {
    let course = [Self.first, Self.second]
    return Screen.next(
      after: zip(course, reports).map { .examined($0, $1) }, in: course)
  }

  @Test(
    "The root comes before what crashed because of it",
    arguments: [Verdict.crashed, .timedOut, .refused, .failed])
  func root(verdict: Verdict) {
    let wrong = report(Self.first, ["layer": .failed, "net": verdict, "gradient": .blocked])
    #expect(next(wrong) == "Next: 05.layer, and 3 others build on it")
  }

  @Test("What others build on comes before what nothing builds on, and that before what is to do")
  func leaves() {
    #expect(
      next(report(Self.first, ["leaf": .crashed, "loss": .failed, "layer": .unfinished]))
        == "Next: 05.loss, and 3 others build on it")
    #expect(next(report(Self.first, ["leaf": .crashed, "layer": .unfinished])) == "Next: 05.leaf")
    #expect(
      next(report(Self.first, ["gradient": .failed]))
        == "Next: 05.gradient, and one other builds on it")
  }

  @Test("Of the parts that are to do, the first is named with its file, and 5.9 comes before 5.10")
  func parts() {
    let open = report(
      Self.first, ["leaf": .unfinished, "layer": .unfinished],
      parts: ["leaf": "5.10", "layer": "5.9"])
    #expect(next(open) == "Next: part 5.9, in Exercises/05-Folder/A.swift (05.layer)")
  }

  @Test("Where only a blocked check is asked, it is said what blocks it, and how to ask that")
  func blocked() {
    let one = report(Self.first, ["training": .blocked], only: ["training"])
    #expect(
      next(one)
        == "Next: 05.net, on which 05.training builds: swift run grader check 05 --only 05.net")
  }

  @Test("A fault of ours comes before everything else")
  func aboveAll() {
    let undecided = report(Self.first, ["layer": .failed, "training": .graderFault])
    #expect(next(undecided).hasPrefix("Next: 05.training could not be decided, and not through"))
  }

  @Test(
    "With all points, what comes now is said: the training, the next exercise, that all is done")
  func afterwards() {
    #expect(
      next(report()) == "All 30 points. See your network learn: swift run grader train 05. "
        + "Next: exercise 06, Title of 06: Exercises/06-Folder/README.md")
    #expect(
      next(report(), report(Self.second))
        == "All 5 points. That was the last exercise: all done.")
    let others = Screen.next(after: [.examined(Self.first, report())], in: [])
    #expect(others == "All 30 points.")
    #expect(
      next(report(), report(Self.second, ["one": .failed])) == "Next: 06.one")
    #expect(
      next(report(Self.first, only: ["layer", "loss"]))
        == "Next: all checks of the exercise: swift run grader check 05")
  }

  @Test("Of what nobody has begun, and of what could not be asked, it is said what to do")
  func notAsked() {
    let course = [Self.first, Self.second]
    #expect(
      Screen.next(after: [.examined(Self.first, report()), .untouched(Self.second)], in: course)
        == "Next: A.swift, as Exercises/06-Folder/README.md says.")
    #expect(
      Screen.next(after: [.undecided(Self.first, "The disk is full.")], in: course)
        == "The disk is full.")
  }

  @Test("The report says how many more hints a check has, and the hint which of how many it is")
  func hints() {
    var wrong = report(Self.first, ["layer": .failed, "leaf": .crashed])
    wrong.checks[0].hint = "What stands at that line?"
    let screen = Screen.report(wrong, of: Self.first, in: [Self.first])
    #expect(screen.contains("Hint: First? (2 more: swift run grader hint 05.layer)"))
    #expect(
      screen.contains("Hint: What stands at that line? (3 more: swift run grader hint 05.leaf)"))
    #expect(!screen.contains("as above"))
    for i in wrong.checks.indices { wrong.checks[i].hint = "What stands at that line?" }
    let repeated = Screen.report(wrong, of: Self.first, in: [Self.first])
    #expect(repeated.count(of: "What stands at that line?") == 1)
    #expect(repeated.contains("Hint: as above. (3 more: swift run grader hint 05.layer)"))
    #expect(screen.hasSuffix("\n  Next: 05.layer, and 3 others build on it\n\n"))

    let check = Self.first.checks[0]
    #expect(
      Screen.hint(of: check, number: 0, left: 2).hasSuffix(
        "Hint 1 of 3: First?\n\n2 more: swift run grader hint 05.leaf\n\n"))
    #expect(
      Screen.hint(of: check, number: 2, left: 0).contains(
        "Hint 3 of 3: Third?\n\nThat is the last."))
  }

  @Test("Of hints that have been seen none is counted as one more")
  func hintsSeen() {
    let wrong = report(Self.first, ["layer": .failed])
    func screen(_ seen: Set<Int>) -> String {
      Screen.report(
        wrong, of: Self.first, in: [Self.first], hintsSeen: ["05.layer": seen])
    }
    #expect(screen([0, 2]).contains("Hint: First? (1 more: swift run grader hint 05.layer)"))
    #expect(screen([0, 1, 2]).contains("Hint: First?\n"))
  }

  @Test("Of a mistake to which no hint fits, it is only said how many there are")
  func noHintFits() {
    var wrong = report(Self.first, ["layer": .failed])
    let place = wrong.checks.firstIndex { $0.id == "05.layer" }!
    wrong.checks[place].hint = ""
    wrong.checks[place].mistake = "layer.wrong"
    let screen = Screen.report(wrong, of: Self.first, in: [Self.first])
    #expect(screen.contains("      (3 hints: swift run grader hint 05.layer)\n"))
  }
}

private struct MadeUpTraining: ExerciseTraining {
  struct Settings: TrainingSettings {
    var epochs = 1
    var summary: String { "" }
  }

  let trains = Question<Training<Settings>, TrainingCurve>("05.train")
  let predicts = Question<UnlabeledImages, Predictions>("05.predict")

  func settings(for data: TrainingData, seed: UInt64) -> Settings { Settings() }
  func threshold(on data: TrainingData) -> Double { 0 }
}
