/// Which files of an exercise rest on which others: read off what its checks are about, build on and
/// use.
struct FileDependence: Sendable {
  private let under: [String: Set<String>]

  init(_ exercise: Exercise) {
    func files(below check: Check) -> Set<String> {
      Set((check.buildsOn + check.uses).compactMap { exercise.check($0)?.file })
        .subtracting([check.file, ""])
    }
    var direct: [String: Set<String>] = [:]
    for check in exercise.checks where !check.file.isEmpty {
      direct[check.file, default: []].formUnion(files(below: check))
    }
    var under: [String: Set<String>] = [:]
    for check in exercise.checks {
      var all: Set<String> = []
      var open = files(below: check)
      // What it builds on may be a check about the same file, or about none.
      for id in check.buildsOn + check.uses { open.formUnion(under[id] ?? []) }
      while let file = open.popFirst() {
        guard all.insert(file).inserted else { continue }
        open.formUnion(direct[file] ?? [])
      }
      under[check.id] = all.subtracting([check.file])
    }
    self.under = under
  }

  /// The files whose parts that of `check` is made of, directly or not. Its own is not among them.
  func files(under check: Check) -> Set<String> { under[check.id] ?? [] }
}
