import Foundation

@testable import Grading

/// Reports that nobody had to be graded for.
enum SyntheticClass {
  static let exercise = Exercise(
    number: "05", title: "Made up", folder: "05-MadeUp", files: ["A.swift"],
    plan: ExercisePlan(
      checks: [:],
      together: ["sigmoid.forward", "sigmoid.gradient", "relu.forward", "relu.zero"].map { name in
        Check("05.\(name)", claim: "the claim of \(name)", points: 25, hints: ["A hint?"]) { _ in }
      }))

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
        dataset: dataset, output: output)
    }
    return Report(
      name, of: exercise, seed: seed, sourceDigest: digest, notes: notes,
      checks: results)
  }

  /// A report on somebody whose archive is damaged.
  static func unread(_ name: String) -> Report {
    var report = report(
      name, exercise.checks.map { _ in .notRead }, message: "\(name).zip was not read.")
    report.unread = ["\(name).zip"]
    report.sourceDigest = "0"
    return report
  }

  /// A class of `count`, in which every verdict occurs.
  static func reports(_ count: Int) -> [Report] {
    var generator = SplitMix(state: 1)
    return (1...count).map { number in
      let verdicts = exercise.checks.map { _ in
        let draw = Int(generator.next() % 16)
        return draw < Verdict.allCases.count ? Verdict.allCases[draw] : .passed
      }
      return report("student \(number)", verdicts, digest: "\(number % 290)")
    }
  }

  static func index(_ reports: [Report]) -> String {
    ClassPage(exercise, Pages(exercise, ClassReports(reports)).reports).html.source
  }

  static func page(_ report: Report) -> String {
    StudentPage(report, of: exercise).html.source
  }
}

extension Pages {
  /// Writes the pages on `reports`, wherever they lie.
  static func write(_ reports: [Report], to folder: String) throws {
    let byName = Dictionary(uniqueKeysWithValues: reports.map { (Array($0.submission.utf8), $0) })
    try Pages(SyntheticClass.exercise, ClassReports(reports)).write(to: folder) {
      (name) throws(GraderError) in
      guard let report = byName[Array(name.utf8)] else {
        throw .cannotRead(path: name, errno: ENOENT)
      }
      return report
    }
  }
}

/// A generator of which one knows what comes.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

extension String {
  /// Where each of `pieces` begins for the first time, or none for one that does not occur.
  func places(of pieces: [String]) -> [Int?] {
    pieces.map { piece in range(of: piece).map { distance(from: startIndex, to: $0.lowerBound) } }
  }

  func count(of piece: String) -> Int {
    components(separatedBy: piece).count - 1
  }
}
