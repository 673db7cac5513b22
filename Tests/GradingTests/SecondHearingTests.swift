import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// Which checks are asked again, and what they may win.
@Suite("A mistake is paid for once")
struct SecondHearingTests {
  private static func check(_ id: String, _ points: Int, on uses: [String] = []) -> Check {
    Check("05.\(id)", claim: id, points: points, uses: uses.map { "05.\($0)" }, hints: ["?"]) { _ in
    }
  }

  /// A loss, a layer, a network of both, a solver of the network, and the training of all.
  private let exercise = Exercise(
    number: "05", title: "Made up", folder: "05-MadeUp",
    files: ["Loss.swift", "Layer.swift", "Net.swift", "Solver.swift"],
    plan: ExercisePlan(
      checks: [
        "Loss.swift": [check("loss.value", 10), check("loss.gradient", 10)],
        "Layer.swift": [check("layer.value", 20)],
        "Net.swift": [
          check("net.value", 10, on: ["loss.value", "layer.value"]),
          check("net.again", 10, on: ["net.value"]),
        ],
        "Solver.swift": [check("solver.steps", 20, on: ["net.value"])],
      ],
      together: [check("training.overfit", 20, on: ["solver.steps"])]))

  private struct Heard {
    var open: [String]
    var points: Int
    var builds: [Set<String>]
    var results: [CheckResult]
  }

  /// Lets `wrong` files fail, and what rests on them; returns the verdicts of all that does not pass in
  /// the end, the points, and which files were ours in each of the programs.
  private func heard(
    _ wrong: Set<String>, written: Set<String>? = nil, spoilt: Set<String> = []
  ) throws -> Heard {
    let dependence = FileDependence(exercise)
    func fails(_ check: Check, _ ours: Set<String>) -> Bool {
      let files = dependence.files(under: check).union([check.file]).subtracting(ours)
      return !files.isDisjoint(with: wrong) || spoilt.contains(check.id)
    }
    let first = exercise.checks.map {
      CheckResult($0, fails($0, []) ? .failed : .passed, message: fails($0, []) ? "No." : "")
    }
    var builds: [Set<String>] = []
    var hearing = SecondHearing(
      exercise, dependence, written: written ?? Set(exercise.files)
    ) { checks, ours, _ in
      builds.append(ours)
      return checks.map { CheckResult($0, fails($0, ours) ? .failed : .passed) }
    }
    let results = try hearing.results(after: first)
    return Heard(
      open: results.filter { $0.verdict != .passed }.map(\.id),
      points: results.map(\.points).reduce(0, +), builds: builds, results: results)
  }

  @Test("What rests on a file is read off what the checks build on and use")
  func dependence() {
    let dependence = FileDependence(exercise)
    let under = exercise.checks.map { dependence.files(under: $0).sorted() }
    let net = ["Layer.swift", "Loss.swift"]
    #expect(
      under == [
        [], [], [], net, net, net + ["Net.swift"], net + ["Net.swift", "Solver.swift"],
      ])
  }

  @Test("So is what a file names, in code and not in comments")
  func mentions() {
    let stubs = [
      "Loss.swift": "public func loss(_ x: Int) -> Int { return x }",
      "Layer.swift": "public struct Layer { var loss = 1 }", "Net.swift": "struct Net {}",
    ].mapValues { Data($0.utf8) }
    let files = [
      "Layer.swift": "struct Layer { let y = loss(1) }",
      "Net.swift": "// Layer\nstruct Net { let name = \"loss\" }",
    ].mapValues { Data($0.utf8) }
    let mentioned = Room.mentions(in: files, of: stubs)
    #expect(mentioned == ["Layer.swift": ["Loss.swift"], "Net.swift": []])
    let dependence = FileDependence(exercise, mentioned: mentioned)
    #expect(dependence.files(under: exercise.checks[2]) == ["Loss.swift"])
  }

  @Test("One wrong file costs its own checks, by one more program")
  func oneFile() throws {
    let loss = try heard(["Loss.swift"])
    #expect(loss.open == ["05.loss.value", "05.loss.gradient"])
    #expect(loss.points == 80)
    #expect(loss.builds == [["Loss.swift"]])
    let net = try #require(loss.results.first { $0.id == "05.net.value" })
    #expect(
      net.ours == .init(files: ["Loss.swift"], verdict: .failed, message: "No."))
    #expect(net.message == "Passed with our Loss.swift in the place of yours. With yours: failed.")
    let report = Report("ann", of: exercise, seed: 1, checks: loss.results)
    #expect(report.points == 80 && report.pointsWithOurs == 60)
    #expect(report.addsUp(to: exercise.checks))
    #expect(
      report.notes == [
        "Of the points, 60 are for 4 checks that passed with our Loss.swift in the place of yours: "
          + "what is wrong there costs nothing but its own checks."
      ])
    #expect(
      Screen.summary(of: report).hasPrefix("80 of 100 points, 60 of them with files of ours:"))
  }

  @Test("Where nothing rests on what is wrong, nothing is built")
  func nothingToGain() throws {
    #expect(try heard([]).builds.isEmpty)
    let exercise = try heard(["Solver.swift"], written: ["Solver.swift"])
    #expect(exercise.open == ["05.solver.steps"])
    #expect(exercise.points == 80)
  }

  @Test("Two wrong files cost what both are worth, one above the other, too")
  func twoFiles() throws {
    let apart = try heard(["Loss.swift", "Layer.swift"])
    #expect(apart.builds.first == ["Loss.swift", "Layer.swift"])
    // Both together are worth half of what the training is about: that is not theirs any more.
    #expect(apart.open.suffix(1) == ["05.training.overfit"])
    #expect(apart.points == 40)
    let above = try heard(["Layer.swift", "Net.swift"])
    #expect(above.builds.contains(["Layer.swift", "Net.swift"]))
    #expect(!above.open.contains("05.solver.steps"))
    #expect(above.points == 40)
  }

  @Test("What nobody has written gets nothing: stubs alone are worth none")
  func stubs() throws {
    let untouched = try heard(Set(exercise.files), written: [])
    #expect(untouched.points == 0)
    #expect(untouched.builds.isEmpty)
    let solver = try heard(
      ["Loss.swift", "Layer.swift", "Net.swift"], written: ["Solver.swift"])
    #expect(solver.points == 20)
  }

  @Test("A check of the file at fault stays, and one that fails with ours, too")
  func staysWrong() throws {
    let loss = try heard(["Loss.swift"], spoilt: ["05.net.again"])
    #expect(loss.open == ["05.loss.value", "05.loss.gradient", "05.net.again"])
    // In both programs the check about the network was asked with the student's own.
    #expect(loss.builds.allSatisfy { !$0.contains("Net.swift") || $0.count > 1 })
  }

  @Test("A report that gives a file's points for ours of the same file does not add up")
  func forgedReport() throws {
    var results = try heard(["Loss.swift"]).results
    let check = exercise.checks[0]
    results[0] = CheckResult(check, with: ["Loss.swift"], instead: results[0], seconds: 0)
    #expect(!Report("ann", of: exercise, seed: 1, checks: results).addsUp(to: exercise.checks))
  }

  @Test("A fault of the grader leaves the check undecided")
  func faults() throws {
    let first = exercise.checks.map {
      CheckResult($0, $0.file == "Loss.swift" || $0.file == "Net.swift" ? .failed : .passed)
    }
    var hearing = SecondHearing(
      exercise, FileDependence(exercise), written: Set(exercise.files)
    ) { checks, _, _ in checks.map { CheckResult($0, .graderFault) } }
    let results = try hearing.results(after: first)
    #expect(results.filter { $0.verdict == .graderFault }.map(\.id).contains("05.net.value"))
  }

  @Test("A course may not count what passed with ours")
  func policy() throws {
    let report = Report("ann", of: exercise, seed: 1, checks: try heard(["Loss.swift"]).results)
    var policy = Policy()
    #expect(policy.grade(report)?.points == Score(80))
    policy.areOursCounted = false
    #expect(policy.grade(report)?.points == Score(20))
    #expect(
      policy.grade(report)?.rules == ["What passed with files of ours alone is not counted: -60."])
  }
}
