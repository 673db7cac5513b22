import Foundation

@testable import Grading

/// Reports that nobody had to be graded for.
enum SyntheticClass {
  static let exercise = Exercise(
    number: "05", title: "Made up", folder: "05-MadeUp", files: ["A.swift"], given: [],
    checks: ["sigmoid.forward", "sigmoid.gradient", "relu.forward", "relu.zero"].map { name in
      Check("05.\(name)", claim: "the claim of \(name)", points: 25, hints: ["A hint?"]) { _ in }
    })

  /// A report with a verdict a check, "passed" for those that are not given.
  static func report(
    _ name: String, _ verdicts: [Verdict] = [], message: String = "A message.", output: String = "",
    seed: UInt64 = 7, dataset: String = "a made-up set", digest: String = "", notes: [String] = [],
    seconds: Double = 1
  ) -> Report {
    let results = exercise.checks.enumerated().map { index, check in
      let verdict = verdicts.indices.contains(index) ? verdicts[index] : .passed
      return CheckResult(
        check, verdict, message: verdict == .passed ? "" : message, seconds: seconds,
        output: output)
    }
    return Report(
      name, of: exercise, seed: seed, dataset: dataset, sourceDigest: digest, notes: notes,
      checks: results)
  }
}
