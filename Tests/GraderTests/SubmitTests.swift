import Checks
import Foundation
import Grading
import Testing

@Suite("Handing in")
struct SubmitTests {
  private let copy: PackageCopy
  private let exercise: Exercise
  private let room: String

  init() throws {
    copy = try PackageCopy()
    exercise = try Catalogue.exercise("04")
    room = "Exercises/\(exercise.folder)"
  }

  private func submit(_ words: [String] = []) throws -> GraderCommand {
    try GraderCommand(
      ["submit", exercise.number] + words, environment: ["GRADUS_SOLUTIONS": "0"], of: copy)
  }

  @Test("What is packed is what a batch takes: the same files, the same points, nothing to remark")
  func toBatch() throws {
    try copy.write(sample: "half-done", of: exercise)
    let folder = "\(copy.folder.path)/class"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/ann", withIntermediateDirectories: true)
    let run = try submit(["--output", "class/ann/mine.zip"])
    #expect(run.status == 0, "\(run.errors)")
    let packed = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/ann/mine.zip"))

    let check = try GraderCommand(
      ["check", "04", "--json"], environment: ["GRADUS_SOLUTIONS": "0"], of: copy)
    let batch = try GraderCommand(
      [
        "batch", "class", "--exercise", "04", "--output", "reports", "--sandbox", "none", "--seed",
        "\(Catalogue.publicSeed)", "--json",
      ], of: copy)
    let (own, theirs) = (try check.reports()[0], try batch.reports()[0])
    #expect(theirs.points == own.points)
    #expect(theirs.checks.map(\.verdict) == own.checks.map(\.verdict))
    #expect(own.points > 0)
    #expect(!theirs.notes.contains { $0.contains("not read") }, "\(theirs.notes)")
    #expect(run.output.contains("(\(theirs.sourceDigest.prefix(8)))"), "\(run.output)")

    // The same files make the same archive, which stands in the place of the earlier one.
    #expect(try submit(["--output", "class/ann/mine.zip"]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/ann/mine.zip")) == packed)
  }

  @Test("What would be refused is not packed, and how to cure it is said")
  func refuses() throws {
    let archive = "\(copy.folder.path)/submission-04.zip"
    let untouched = try submit()
    #expect(untouched.status == 1)
    #expect(untouched.errors.contains("Nothing of it has been written yet"))

    try copy.write(sample: "half-done", of: exercise)
    let (first, second) = (exercise.files[0], exercise.files[1])
    try copy.remove("\(room)/\(first)")
    try copy.write(String(repeating: "// more\n", count: 1 << 16), to: "\(room)/\(second)")
    let run = try submit()
    #expect(run.status == 1)
    let cure = "'git checkout -- \(room)/\(first)' brings it back"
    #expect(run.errors.contains("\(first) is missing. \(cure)"))
    #expect(run.errors.contains("\(second) has 524,288 bytes, and at most 262,144 are read."))
    #expect(!FileManager.default.fileExists(atPath: archive))
  }

  @Test(
    "What does not compile is said before anything is packed, and packed where that is asked for")
  func doesNotCompile() throws {
    try copy.write(sample: "half-done", of: exercise)
    try copy.write("import Tensors\n\nlet n = m\n", to: "\(room)/\(exercise.files[0])")
    let archive = "\(copy.folder.path)/submission-04.zip"
    let run = try submit()
    #expect(run.status == 1)
    #expect(run.errors.contains("line 3, does not compile: cannot find 'm' in scope."))
    #expect(run.errors.contains("      let n = m\n                ^\n"), "\(run.errors)")
    #expect(run.errors.contains("Nothing was packed. \(exercise.files[0]) counts as not written"))
    #expect(run.errors.hasSuffix("as it is: swift run grader submit 04 --anyway\n"))
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: archive))

    let anyway = try submit(["--anyway"])
    #expect(anyway.status == 0)
    #expect(anyway.output.contains("cannot find 'm' in scope"))
    #expect(FileManager.default.fileExists(atPath: archive))
    #expect(try submit().errors.contains("submission-04.zip is the one that you packed before."))
  }

  @Test("Somebody's file is not written over")
  func occupied() throws {
    try copy.write(sample: "half-done", of: exercise)
    try copy.write("mine", to: "submission-04.zip")
    let run = try submit()
    #expect(run.status == 2)
    #expect(run.errors.contains("submission-04.zip is no earlier submission of this exercise"))
    let kept = try copy.contents(of: ".")["submission-04.zip"]
    #expect(kept == Data("mine".utf8))
  }
}
