import Foundation

/// What a student waits for, and what an instructor does, by what the compiler alone takes.
public struct FeedbackBench {
  private let reference: BenchedReference
  private let rounds: Rounds

  /// A bench of `exercise`. `seed` should be the one that the answer key knows.
  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64, rounds: Int
  ) throws(GraderError) {
    reference = try BenchedReference(exercise, installation: installation, seed: seed)
    self.rounds = Rounds(count: rounds)
  }

  public func rows() throws -> [BenchRow] {
    let room = try ScratchFolder()
    let checks = reference.exercise.checks
    func verdicts(_ checks: [Check]) throws {
      try reference.save(to: room.path)
      let examiner = try examiner(
        of: try reference.workshop.buildRoom(
          room.path, optimized: !reference.exercise.areQuick(checks)))
      for check in checks { try reference.requirePassed(examiner.result(of: check)) }
    }
    func compile(linking: Bool) throws {
      try reference.save(to: room.path)
      try bareCompile(room.path, linking: linking)
    }

    let one = try rounds.medians {
      try verdicts([checks[0]])
    } limit: {
      try compile(linking: false)
    }
    let all = try rounds.medians {
      try verdicts(checks)
    } limit: {
      try compile(linking: false)
    }
    let built = try reference.workshop.buildRoom(room.path)
    let warm = try rounds.medians(repetitions: 5) {
      try reference.requirePassed(examiner(of: built).result(of: checks[0]))
    } limit: {
      _ = try Command.run(
        ["/bin/sh", "-c", ":"], in: room.path, environment: [:], limits: .check)
    }
    let submission = try rounds.medians {
      try gradeOne(room.path)
    } limit: {
      try compile(linking: true)
    }
    return [
      BenchRow("feedback", "one check, from save to verdict", one, limit: "compiling the module"),
      BenchRow("feedback", "all checks, from save to verdict", all, limit: "compiling the module"),
      BenchRow("feedback", "one check, nothing saved", warm, limit: "starting an empty process"),
      BenchRow(
        "feedback", "a submission of a batch, all points", submission,
        limit: "compiling and linking it"),
    ]
  }

  private func examiner(of build: Build) throws -> Examiner {
    let files = Set(reference.exercise.files)
    return Examiner(
      reference.exercise, seed: reference.seed, oracle: reference.oracle, data: reference.data
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: files, limits: check.limits)
    }
  }

  /// A batch of the one submission that lies in `room`, on one core.
  private func gradeOne(_ room: String) throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(atPath: room, toPath: "\(folder.path)/submission")
    try reference.grade(folder.path, jobs: 1)
  }

  /// Runs the compiler on the files in `room`, as one would by hand.
  private func bareCompile(_ room: String, linking: Bool) throws {
    let builder = reference.workshop.builder
    let toolchain = builder.toolchain
    let products = builder.installation.products
    let module = reference.exercise.module
    let earlier = builder.earlier
    let object = "\(room)/\(module).o"
    let files = try FileManager.default.contentsOfDirectory(atPath: room)
      .filter { $0.hasSuffix(".swift") }
    var runs = [
      [
        "-swift-version", "6", "-O", "-wmo", "-parse-as-library", "-module-name", module,
        "-I", "\(products)/Modules", "-c", "-o", object,
      ] + earlier.flatMap { ["-I", $0.folder] }
        + (linking ? ["-enable-library-evolution", "-suppress-warnings"] : [])
        + ["-module-cache-path", toolchain.cache(in: products)] + files.sorted()
    ]
    if linking {
      guard let answers = builder.answers else {
        throw GraderError.noBuiltModules(folder: products)
      }
      runs.append(
        try ["-o", "\(room)/program", object, answers] + earlier.map(\.object)
          + builder.installation.objects())
    }
    for arguments in runs {
      let run = try Command.run(
        [toolchain.compiler] + arguments, in: room, environment: toolchain.environment,
        limits: .compilation)
      guard run.succeeded else {
        throw GraderError.doesNotCompile(what: room, diagnostics: run.diagnostics)
      }
    }
  }
}
