import Checks
import Foundation
import Grading
import Testing

/// One of the samples in `Data/Submissions`, with what must come out.
struct Sample: Sendable, CustomTestStringConvertible {
  var name: String
  var points: Int?
  var check = ""
  var verdict = Verdict.passed
  var phrase = ""

  /// Part of what is said of its files.
  var note = ""

  var testDescription: String { name }
}

private let named = "This is exactly what comes out when "

/// Grading all samples, and crashing in every way, takes minutes.
let proofs = ProcessInfo.processInfo.environment["GRADUS_PROOFS"] == "1"

@Suite("The sample submissions", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct SampleSubmissionsTests {
  static let samples = [
    Sample(name: "reference", points: 100),
    Sample(name: "untouched", points: 0),
    Sample(name: "half-done", check: "05.solver.batches", verdict: .unfinished),
    Sample(
      name: "affine-averaged", check: "05.affine.gradient-weights", verdict: .failed,
      phrase: named + "the gradient is divided by N"),
    Sample(
      name: "sigmoid-overflow", check: "05.sigmoid.extremes", verdict: .failed,
      phrase: named + "e^x is divided by 1 + e^x"),
    Sample(
      name: "relu-passes-all", check: "05.relu.gradient", verdict: .failed,
      phrase: named + "upstream is let through everywhere"),
    Sample(
      name: "bias-unsummed", check: "05.affine.gradient-bias", verdict: .failed,
      phrase: named + "upstream is not summed"),
    Sample(
      name: "cross-entropy-not-averaged", check: "05.crossEntropy.gradient",
      verdict: .failed, phrase: named + "the gradient is not divided by N"),
    Sample(
      name: "momentum-forgotten", check: "05.momentum.velocity", verdict: .failed,
      phrase: named + "the velocities start at 0 at every step"),
    Sample(
      name: "activated-logits", check: "05.net.forward", verdict: .failed,
      phrase: named + "the activation stands behind the last layer"),
    Sample(
      name: "half-penalty", check: "05.net.loss", verdict: .failed,
      phrase: named + "half of the penalty is added"),
    Sample(name: "loops", points: 100),
    Sample(
      name: "solver-keeps-last", check: "05.solver.best", verdict: .failed,
      phrase: named + "the last parameters are kept"),
    Sample(
      name: "clashing-names", points: 24, check: "05.relu.forward", verdict: .doesNotCompile,
      phrase: "invalid redeclaration of 'Samples'"),
    Sample(name: "linked-folder", points: 0, check: "05.sigmoid.forward", verdict: .unfinished),
    Sample(name: "own-manifest", points: 8),
    Sample(name: "prints-much", points: 15),
    Sample(
      name: "before-main", points: 0, check: "05.relu.forward", verdict: .failed,
      phrase: "it does not begin as a message does"),
    Sample(
      name: "does-not-compile", points: 7, check: "05.sigmoid.forward", verdict: .doesNotCompile,
      phrase: "Sigmoid.swift, line 23, does not compile: cannot find 'yy' in scope"),
    Sample(
      name: "changed-signature", points: 7, check: "05.sigmoid.forward", verdict: .doesNotCompile,
      phrase: "Sigmoid.swift"),
    Sample(name: "linked-file", check: "05.relu.forward", verdict: .unfinished),
    Sample(
      name: "trap", points: 12, check: "05.sigmoid.gradient", verdict: .crashed,
      phrase: "Sigmoid.swift, line 13"),
    Sample(name: "endless-loop", points: 12, check: "05.sigmoid.gradient", verdict: .timedOut),
    Sample(name: "endless-sleep", points: 12, check: "05.sigmoid.gradient", verdict: .timedOut),
    Sample(
      name: "exits-zero", points: 12, check: "05.sigmoid.gradient", verdict: .crashed,
      phrase: "ended the program (status 0)"),
    Sample(name: "floods-output", points: 12, check: "05.sigmoid.gradient", verdict: .refused),
    Sample(
      name: "eats-memory", points: 12, check: "05.sigmoid.gradient", verdict: .refused,
      phrase: "4 GiB of memory"),
    Sample(name: "leaves-children", points: 15, check: "05.sigmoid.gradient"),
    Sample(name: "reads-the-key", points: 12, check: "05.sigmoid.gradient", verdict: .failed),
    Sample(
      name: "too-deep", points: 15,
      note: "Found in Gradus-main/Exercises/05-NeuralNetworks: Sigmoid.swift and ReLU.swift."),
    Sample(
      name: "other-case", points: 15,
      note: "src/sigmoid.swift counts as Sigmoid.swift and RELU.swift as ReLU.swift."),
    Sample(
      name: "copies", points: 15,
      note: "Sigmoid (1).swift counts as Sigmoid.swift and ReLU copy.swift as ReLU.swift."),
    Sample(
      name: "stub-in-front", points: 15,
      note: "Found in work, and counted in place of untouched stubs: Sigmoid.swift and ReLU.swift."),
    Sample(
      name: "two-versions", points: 15,
      note:
        "There is more than one Sigmoid.swift: Sigmoid.swift counts; old/Sigmoid.swift does not."),
    Sample(
      name: "packed", points: 0, note: "work.zip is packed and not looked into."),
    Sample(name: "forges-result", points: 12, check: "05.sigmoid.gradient", verdict: .failed),
  ]

  /// Graded once for all tests.
  private static let reports = Result { try gradeAll() }

  private static func gradeAll() throws -> [String: Report] {
    let installation = try Installation.find()
    let output = try ScratchFolder()
    let grader = Process()
    grader.executableURL = URL(fileURLWithPath: "\(installation.products)/grader")
    grader.arguments = [
      "batch", installation.submissions(of: try Catalogue.exercise("05")), "--exercise", "05",
      "--output", output.path, "--seed", "7",
    ]
    try grader.run()
    grader.waitUntilExit()
    try #require(grader.terminationStatus == 0)
    let folder = "\(output.path)/reports"
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      try JSONDecoder().decode(
        Report.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    let book = try String(contentsOfFile: "\(output.path)/gradebook.csv", encoding: .utf8)
    #expect(book.split(separator: "\r\n").count == reports.count + 1)
    return Dictionary(uniqueKeysWithValues: reports.map { ($0.submission, $0) })
  }

  @Test("Each gets the verdict that it deserves, and costs no other its own", arguments: samples)
  func getsItsVerdict(sample: Sample) throws {
    let report = try #require(try Self.reports.get()[sample.name])
    #expect(!report.hasGraderFault)
    if let points = sample.points { #expect(report.points == points) }
    let notes = report.notes.joined(separator: " ")
    #expect(sample.note.isEmpty || notes.contains(sample.note), "\(notes)")
    guard let result = report.checks.first(where: { $0.id == sample.check }) else {
      #expect(sample.check.isEmpty)
      return
    }
    #expect(result.verdict == sample.verdict, "\(result.message)")
    #expect(sample.phrase.isEmpty || result.message.contains(sample.phrase), "\(result.message)")
  }

  @Test("Every sample has its expectation, and nobody's manifest has been run")
  func nothingIsLeftOut() throws {
    #expect(try Set(Self.reports.get().keys) == Set(Self.samples.map(\.name)))
    let trace = NSTemporaryDirectory() + "/gradus-ran-a-manifest"
    #expect(!FileManager.default.fileExists(atPath: trace))
  }
}

@Suite("The files of the sample submissions")
struct SampleFilesTests {
  @Test("The samples named for the reference and the stub are those")
  func samplesAreWhatTheirNamesSay() throws {
    let installation = try Installation.find()
    for (sample, room) in [
      ("reference", "Solutions"), ("untouched", "Exercises"), ("stub-in-front", "Exercises"),
    ] {
      let folder = "\(installation.submissions(of: try Catalogue.exercise("05")))/\(sample)"
      for file in try FileManager.default.contentsOfDirectory(atPath: folder)
      where file.hasSuffix(".swift") {
        #expect(
          FileManager.default.contents(atPath: "\(folder)/\(file)")
            == FileManager.default.contents(
              atPath: "\(installation.root)/\(room)/05-NeuralNetworks/\(file)"))
      }
    }
  }
}
