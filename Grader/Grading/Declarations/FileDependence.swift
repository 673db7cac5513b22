/// Which files of an exercise rest on which others: read off what its checks are about, build on and
/// use, and off what the files themselves mention.
struct FileDependence: Sendable {
  /// By file; that of checks about no single one by the check's id.
  private var under: [String: Set<String>] = [:]

  /// - Parameter mentioned: The files of which each file calls something by its name.
  init(_ exercise: Exercise, mentioned: [String: Set<String>] = [:]) {
    func used(by check: Check) -> [Check] {
      (check.buildsOn + check.uses).compactMap(exercise.check)
    }
    var direct = mentioned
    for check in exercise.checks where !check.file.isEmpty {
      direct[check.file, default: []].formUnion(used(by: check).map(\.file))
    }
    func all(below files: Set<String>) -> Set<String> {
      var all: Set<String> = []
      var open = files
      while let file = open.popFirst() {
        guard !file.isEmpty, all.insert(file).inserted else { continue }
        open.formUnion(direct[file] ?? [])
      }
      return all
    }
    for file in exercise.files {
      under[file] = all(below: direct[file] ?? []).subtracting([file])
    }
    // A check stands behind those that it builds on.
    for check in exercise.checks where check.file.isEmpty {
      let used = used(by: check)
      under[check.id] = used.filter(\.file.isEmpty).reduce(all(below: Set(used.map(\.file)))) {
        $0.union(under[$1.id] ?? [])
      }
    }
  }

  /// The files whose parts that of `check` is made of, directly or not. Its own is not among them.
  func files(under check: Check) -> Set<String> {
    under[check.file.isEmpty ? check.id : check.file] ?? []
  }
}
