extension Sentences {
  static func fault(_ fault: EquivalentFault) -> String {
    switch fault {
    case .gone(let line, let file, let old):
      "line \(line): there is no such mutant of \(file) any more: \(old)"
    case .killed(let id, let checks):
      "\(id) is no equivalent: \(list(checks)) \(checks.count == 1 ? "rejects" : "reject") it"
    case .doesNotCompile(let id): "\(id) does not compile"
    }
  }

  /// Why a name is false.
  static func name(_ name: Fate.Name, _ fault: Fate.Fault) -> String {
    let start = "\(name.check) names \(name.mistake), "
    switch fault {
    case .otherFile(let file): return start + "which is a mistake of \(file)"
    case .fickle(let seed, let other?): return start + "and at seed \(seed) \(other)"
    case .fickle(let seed, nil): return start + "and at seed \(seed) nothing"
    }
  }
}
