import Synchronization

/// What a workshop has built for its subjects: a subject is started at every question, and all that a
/// build depends on would be read again each time.
final class Programs: Sendable {
  private let built = Mutex<[Oracle.Implementation: VariantProgram]>([:])

  /// Returns the program of `implementation`, by `build` where there is none yet, or not as it was. Two that ask at once
  /// may both build: what they build is the same.
  func program(
    of implementation: Oracle.Implementation, in cache: BuildCache,
    build: () throws(GraderError) -> VariantProgram
  ) throws(GraderError) -> VariantProgram {
    if let program = built.withLock({ $0[implementation] }),
      cache.isIntact(program.build.executable)
    {
      return program
    }
    let program = try build()
    built.withLock { $0[implementation] = program }
    return program
  }
}
