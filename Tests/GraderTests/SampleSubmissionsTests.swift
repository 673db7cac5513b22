import Checks
import Foundation
import Grading
import Proofs
import Testing

@Suite("The sample submissions", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct SampleSubmissionsTests {
  static let samples = Result { try Sample.all() }

  /// Graded once for all tests; by exercise and name.
  private static let reports = Dictionary(
    uniqueKeysWithValues: Catalogue.ofThisTurn.map { exercise in
      (exercise.number, Result { try grade(exercise) })
    })

  private static func grade(_ exercise: Exercise) throws -> [String: Report] {
    let installation = try Installation.find()
    let output = try ScratchFolder()
    let grader = Process()
    grader.executableURL = URL(fileURLWithPath: "\(installation.products)/grader")
    grader.arguments =
      [
        "batch", installation.submissions(of: exercise), "--exercise", exercise.number,
        "--output", output.path, "--seed", "7",
      ] + sandboxWords
    try grader.run()
    grader.waitUntilExit()
    // One where an archive cannot be read.
    guard [0, 1].contains(grader.terminationStatus) else {
      throw BadSamples("grading \(exercise.number) ended with status \(grader.terminationStatus)")
    }
    let folder = "\(output.path)/reports"
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      try JSONDecoder().decode(
        Report.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    let book = try String(contentsOfFile: "\(output.path)/gradebook.csv", encoding: .utf8)
    #expect(book.split(separator: "\r\n").count == reports.count + 1)
    return Dictionary(uniqueKeysWithValues: reports.map { ($0.submission, $0) })
  }

  @Test(
    "Each gets the verdict that it deserves, and costs no other its own",
    arguments: (try? samples.get()) ?? [])
  func getsItsVerdict(sample: Sample) throws {
    let report = try #require(try Self.reports[sample.exercise.number]?.get()[sample.name])
    #expect(!report.hasGraderFault)
    if let points = sample.points { #expect(report.points == points) }
    let notes = report.notes.joined(separator: " ")
    for note in sample.notes { #expect(notes.contains(note), "\(notes)") }
    for (id, verdict, words) in sample.checks {
      let result = try #require(report.checks.first { $0.id == id })
      #expect(result.verdict == verdict, "\(result.message)")
      #expect(words.isEmpty || result.message.contains(words), "\(result.message)")
    }
  }

  @Test("Every sample has its expectation, and nobody's manifest has been run")
  func nothingIsLeftOut() throws {
    let samples = try Self.samples.get()
    for (number, reports) in Self.reports {
      let expected = samples.filter { $0.exercise.number == number }.map(\.name)
      #expect(Set(try reports.get().keys) == Set(expected))
      #expect(Set(["reference", "untouched"]).isSubset(of: expected))
    }
    let trace = NSTemporaryDirectory() + "/gradus-ran-a-manifest"
    #expect(!FileManager.default.fileExists(atPath: trace))
  }
}

@Suite("The files of the sample submissions")
struct SampleFilesTests {
  @Test(
    "The samples named for the reference and the stub are those", arguments: Catalogue.exercises)
  func samplesAreWhatTheirNamesSay(exercise: Exercise) throws {
    let installation = try Installation.find()
    let files = FileManager.default
    for (sample, room) in [
      ("reference", installation.solutions(of: exercise)),
      ("untouched", installation.stubs(of: exercise)),
      ("stub-in-front", installation.stubs(of: exercise)),
    ] {
      let folder = "\(installation.submissions(of: exercise))/\(sample)"
      // Not every exercise has a sample of every kind; the proofs ask for the first two.
      for file in (try? files.contentsOfDirectory(atPath: folder)) ?? []
      where file.hasSuffix(".swift") {
        #expect(
          files.contents(atPath: "\(folder)/\(file)") == files.contents(atPath: "\(room)/\(file)"),
          "\(sample)/\(file)")
      }
    }
  }
  @Test(
    "Whom they are to be named for is a known mistake of that check", arguments: Catalogue.exercises
  )
  func namesAreOfKnownMistakes(exercise: Exercise) throws {
    let mistakes = try Workshop(exercise, installation: .find()).mistakes().map(\.mistake)
    for sample in try Sample.all(of: exercise) {
      for (id, _, words) in sample.checks where words.hasPrefix(Sample.naming) {
        let name = words.dropFirst(Sample.naming.count)
        #expect(
          mistakes.contains { $0.checks.contains(id) && $0.explanation.hasPrefix(name) },
          "\(sample.name), \(id): \(name)")
      }
    }
  }
}
