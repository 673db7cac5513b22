import Checks
import Foundation
import Grading
import Testing

/// What `grader check` prints of a room in which all is a stub but one file.
enum Transcript {
  /// - Parameter file: The file that has been written, as `implementation` has it; none where it is nil.
  static func of(
    _ number: String, only filter: String, writing file: String? = nil,
    as implementation: Oracle.Implementation = .reference
  ) throws -> String {
    let installation = try Installation.find()
    let exercise = try Catalogue.exercise(number)
    let workshop = try Workshop(exercise, installation: installation)
    let oracle = try Oracle.standard(exercise, installation)

    let room = try ScratchFolder()
    var files = try workshop.stubs().merging(workshop.given()) { $1 }
    if let file { files[file] = try workshop.sources(of: implementation)[file] }
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
      exercise.folder, of: exercise, seed: examiner.seed, build: build,
      checks: exercise.checks.filter { $0.id.contains(filter) }.map(examiner.result))
    // On a terminal it is coloured.
    let printed = Screen.report(report, of: exercise, in: Catalogue.exercises)
      .replacing(/\u{1B}\[\d+m/, with: "")
    return "$ swift run grader check \(number) --only \(filter)\n\(printed)"
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
