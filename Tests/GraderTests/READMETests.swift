import Checks
import Foundation
import Grading
import Testing

@Suite("The README")
struct READMETests {
  @Test("Its transcript is what the program prints today")
  func transcript() throws {
    let installation = try Installation.find()
    let exercise = try Catalogue.exercise("05")
    let workshop = try Workshop(exercise, installation: installation)
    let oracle = try Oracle.standard(exercise, installation)

    // A room in which only the sigmoid is written, and that with a mistake.
    let room = try ScratchFolder()
    var files = try workshop.stubs().merging(workshop.given()) { $1 }
    let mistake = try #require(
      try workshop.mistakes().first { $0.id == "sigmoid.noUpstream" })
    files[mistake.file] = try workshop.sources(of: .mistake(mistake.id))[mistake.file]
    for (name, text) in files { try AtomicFile.write(text, to: "\(room.path)/\(name)") }

    let build = try workshop.buildRoom(room.path)
    let examiner = Examiner(
      exercise, seed: Catalogue.publicSeed, oracle: oracle,
      data: try .synthetic(seed: Catalogue.publicSeed)
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }
    let report = Report(
      exercise.folder, of: exercise, seed: examiner.seed,
      build: build,
      checks: exercise.checks.filter { $0.id.contains("sigmoid") }.map(examiner.result))
    // On a terminal it is coloured.
    let printed = Screen.report(report, of: exercise, in: Catalogue.exercises)
      .replacing(/\u{1B}\[\d+m/, with: "")

    let readme = try String(contentsOfFile: "\(installation.root)/README.md", encoding: .utf8)
    #expect(
      readme.contains("$ swift run grader check 05 --only sigmoid\n\(printed)".trimmed + "\n```"))
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
