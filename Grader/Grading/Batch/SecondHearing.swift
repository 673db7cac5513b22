/// Asks again, with our files in the place of those that are at fault, what rests on them: so that a
/// mistake costs what its own part is worth, and is paid for once.
///
/// A file is at fault where a check about it has not passed and no other file can be the reason. What
/// rests on it is asked again with ours in its place, and what passes then gives its points: no more
/// than whoever had that file right would have been given. A check about a file never gets any by ours
/// of that file.
struct SecondHearing {
  let exercise: Exercise
  let dependence: FileDependence

  /// The files in which somebody has written something that compiles: nothing can be gained for others.
  let written: Set<String>

  /// Asks checks with our files in the place of some, where others are known to pass.
  let hear:
    (_ checks: [Check], _ ours: Set<String>, _ passed: Set<String>) throws(GraderError)
      -> [CheckResult]

  /// So many programs are built for it at most: as deep as exercises are.
  private static let mostBuilds = 3

  private var results: [String: CheckResult] = [:]

  /// With which files of ours a check was asked last.
  private var asked: [String: Set<String>] = [:]

  init(
    _ exercise: Exercise, _ dependence: FileDependence, written: Set<String>,
    hear: @escaping ([Check], Set<String>, Set<String>) throws(GraderError) -> [CheckResult]
  ) {
    (self.exercise, self.dependence, self.written, self.hear) =
      (exercise, dependence, written, hear)
  }

  /// Returns what becomes of `first`, the results of all checks without a file of ours.
  mutating func results(after first: [CheckResult]) throws(GraderError) -> [CheckResult] {
    results = Dictionary(uniqueKeysWithValues: first.map { ($0.id, $0) })
    var ours: Set<String> = []
    for _ in 0..<Self.mostBuilds {
      // What is not decided is graded again as a whole.
      guard !results.values.contains(where: { $0.verdict == .graderFault }) else { break }
      ours.formUnion(filesAtFault)
      guard let (files, checks) = mostWorth(with: ours) else { break }
      let passed = exercise.checks.filter { isPassed($0) || files.contains($0.file) }.map(\.id)
      for check in checks { asked[check.id] = files }
      for result in try hear(checks, files, Set(passed)) {
        guard let check = exercise.check(result.id), let old = results[check.id] else { continue }
        switch result.verdict {
        case .passed:
          results[check.id] = CheckResult(
            check, with: exercise.files.filter(files.contains), instead: old,
            seconds: result.seconds)
        case .graderFault: results[check.id] = result
        default: break
        }
      }
    }
    return first.map { results[$0.id] ?? $0 }
  }

  private func isPassed(_ check: Check) -> Bool { results[check.id]?.verdict == .passed }

  /// The files with a check that has not passed, for which no other file can be the reason: those under
  /// it that fail, too, and from before it, were ours when it was asked. So are those that nobody has
  /// written.
  private var filesAtFault: Set<String> {
    var atFault: Set<String> = []
    var failing: Set<String> = []
    for check in exercise.checks where !isPassed(check) && !check.file.isEmpty {
      let others = failing.intersection(dependence.files(under: check))
      if others.isSubset(of: asked[check.id] ?? []) || !written.contains(check.file) {
        atFault.insert(check.file)
      }
      failing.insert(check.file)
    }
    return atFault
  }

  /// The checks that may pass with the same files of ours: those of all that are worth the most.
  private func mostWorth(with ours: Set<String>) -> (files: Set<String>, checks: [Check])? {
    let open = exercise.checks.filter { check in
      let files = ours.subtracting([check.file])
      return !isPassed(check) && asked[check.id] != files
        && !files.isDisjoint(with: dependence.files(under: check))
        && (check.file.isEmpty ? areMostlyTheirs(check, files) : written.contains(check.file))
    }
    let groups = Dictionary(grouping: open) { ours.subtracting([$0.file]) }
    // The first of those that are worth the same, in the order of the checks.
    var best: (files: Set<String>, checks: [Check])?
    for check in open {
      let files = ours.subtracting([check.file])
      let checks = groups[files] ?? []
      if worth(of: checks) > worth(of: best?.checks ?? []) { best = (files, checks) }
    }
    return best
  }

  /// Whether of the files that `check` is about, which is about several, ours are worth less than half:
  /// with more of them it would be our work that passes.
  private func areMostlyTheirs(_ check: Check, _ ours: Set<String>) -> Bool {
    let under = dependence.files(under: check)
    func worth(of files: Set<String>) -> Int {
      self.worth(of: exercise.checks.filter { files.contains($0.file) })
    }
    return 2 * worth(of: ours) < worth(of: under.union(ours))
  }

  private func worth(of checks: [Check]) -> Int { checks.map(\.points).reduce(0, +) }
}
