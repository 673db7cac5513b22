import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("What one submission may compute in all")
struct BudgetTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// Asks a subject that is `script`; returns how it ended.
  private func end(_ script: String, _ budget: Budget) throws -> SubjectEnd? {
    let program = "\(folder.path)/subject"
    try AtomicFile.write(Data("#!/bin/sh\n\(script)\n".utf8), to: program)
    chmod(program, 0o755)
    let limits = Limits(cpuSeconds: 2, wallSeconds: 20)
    do {
      let subject = try SubjectProcess(
        executable: program, studentFiles: [], limits: limits, budget: budget)
      _ = try subject.ask(.sigmoid, [LayerRun([Tensor([1, 2])])], limits: limits)
      return nil
    } catch let end as SubjectEnd {
      return end
    }
  }

  /// What computes until the kernel ends it; and what says so early, before any of it is reported, as the
  /// kernel's ticks do on a busy machine.
  @Test(
    "Each program keeps to its own limit; when all together have had theirs, no more is started",
    arguments: ["while :; do :; done", "kill -XCPU $$"])
  func spent(script: String) throws {
    let budget = Budget(seconds: 3)
    guard case .computedTooLong(_, allowed: 2, _) = try end(script, budget) else {
      Issue.record("The first has what its check allows")
      return
    }
    let second = try end(script, budget)
    #expect(second == .spentBudget(seconds: 3))
    #expect(try end("touch \(folder.path)/started; exit 3", budget) == .spentBudget(seconds: 3))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/started"))
    #expect(SubjectEnd.spentBudget(seconds: 3).verdict == .timedOut)
    #expect(Sentences.end(.spentBudget(seconds: 3)).contains("have had 3 s of computing"))
  }

  @Test("Who takes little of it ends as without one")
  func unspent() throws {
    let budget = Budget(seconds: 3)
    for _ in 0..<20 { #expect(try end("exit 3", budget) == .exited(status: 3)) }
  }

  @Test("An exercise's budget leaves room for all that each of its trainings may take")
  func ofExercise() {
    #expect(Budget(for: SyntheticClass.exercise).seconds == 300)
    let trainings = [Limits.training, .training, .longTraining].map { limits in
      Check("05.net.learns", claim: "it learns", points: 1, hints: ["?"], limits: limits) { _ in }
    }
    let exercise = Exercise(
      number: "05", title: "Made up", folder: "05-MadeUp", files: ["A.swift"],
      plan: ExercisePlan(checks: [:], together: trainings))
    #expect(Budget(for: exercise).seconds == 300 + 2 * 60 + 1800)
  }
}
