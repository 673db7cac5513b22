import Foundation

/// What a student waits for, and what an instructor does, by what the compiler alone takes.
public struct FeedbackBench {
  private let exercise: Exercise
  private let workshop: Workshop
  private let oracle: Oracle
  private let data: TrainingData
  private let seed: UInt64
  private let rounds: Rounds

  /// A bench of `exercise`. `seed` should be the one that the answer key knows.
  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64, rounds: Int
  ) throws(GraderError) {
    self.exercise = exercise
    self.seed = seed
    self.rounds = Rounds(count: rounds)
    workshop = try Workshop(exercise, installation: installation)
    oracle = try .standard(exercise, installation)
    data = try .synthetic(seed: seed)
  }

  public func rows() throws -> [BenchRow] {
    let room = try ScratchFolder()
    let sources = try workshop.sources(of: .reference)
    var saves = 0
    // Other code each time: where nothing but a comment is new, the compiler finds the object that
    // it made before and leaves it.
    func save() throws {
      saves += 1
      let edit = "public func saved() -> Int { \(saves * 1000 + .random(in: 0..<1000)) }\n"
      for (name, text) in sources {
        let isEdited = name == exercise.files[0]
        try AtomicFile.write(
          isEdited ? text + Data(edit.utf8) : text, to: "\(room.path)/\(name)", durably: false)
      }
    }
    func verdicts(_ checks: [Check]) throws {
      try save()
      let examiner = try examiner(of: try workshop.buildRoom(room.path))
      for check in checks { try requirePassed(examiner.result(of: check)) }
    }
    func compile(linking: Bool) throws {
      try save()
      try bareCompile(room.path, linking: linking)
    }

    let check = exercise.checks[0]
    let one = try rounds.medians {
      try verdicts([check])
    } limit: {
      try compile(linking: false)
    }
    let all = try rounds.medians {
      try verdicts(exercise.checks)
    } limit: {
      try compile(linking: false)
    }
    let built = try workshop.buildRoom(room.path)
    let warm = try rounds.medians(repetitions: 5) {
      try requirePassed(examiner(of: built).result(of: check))
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
    let files = Set(exercise.files)
    return Examiner(exercise, seed: seed, oracle: oracle, data: data) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: files, limits: check.limits)
    }
  }

  /// A bench of what does not work would be none.
  private func requirePassed(_ result: CheckResult) throws {
    guard result.verdict == .passed else {
      throw GraderError.referenceFails(check: result.id, message: result.message)
    }
  }

  /// A batch of the one submission that lies in `room`, on one core.
  private func gradeOne(_ room: String) throws {
    let folder = try ScratchFolder()
    let output = try ScratchFolder()
    try FileManager.default.copyItem(atPath: room, toPath: "\(folder.path)/submission")
    let batch = try Batch(
      exercise, folder: folder.path, output: output.path, jobs: 1, seed: seed, data: data,
      workshop: workshop, oracle: oracle)
    for check in try batch.run(done: { _, _, _ in })[0].checks { try requirePassed(check) }
  }

  /// Runs the compiler on the files in `room`, as one would by hand.
  private func bareCompile(_ room: String, linking: Bool) throws {
    let toolchain = workshop.builder.toolchain
    let products = workshop.builder.installation.products
    let object = "\(room)/\(exercise.module).o"
    let files = try FileManager.default.contentsOfDirectory(atPath: room)
      .filter { $0.hasSuffix(".swift") }
    var runs = [
      [
        "-swift-version", "6", "-O", "-wmo", "-parse-as-library", "-module-name", exercise.module,
        "-I", "\(products)/Modules", "-c", "-o", object,
      ] + (linking ? ["-enable-library-evolution", "-suppress-warnings"] : [])
        + toolchain.cache(in: products) + files.sorted()
    ]
    if linking {
      guard let answers = workshop.builder.answers else {
        throw GraderError.noBuiltModules(folder: products)
      }
      runs.append(
        try ["-o", "\(room)/program", object, answers] + workshop.builder.installation.objects())
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
