/// The hints on one screen: each is read once, however many checks one fault stops; and of those that
/// nobody has seen yet it is said how many there are.
struct HintLines {
  /// The numbers, from 0, of the hints that have been shown before, by the check's id.
  var seen: [String: Set<Int>] = [:]
  private var told: Set<String> = []

  init(seen: [String: Set<Int>] = [:]) {
    self.seen = seen
  }

  /// What a screen says under a check that has `hints`; nil where there is nothing to say.
  mutating func line(under check: CheckResult, _ hints: [String]) -> String? {
    let left = hints.indices.count {
      hints[$0] != check.hint && !seen[check.id, default: []].contains($0)
    }
    let command = Screen.command(forHintsOf: check.id)
    guard !check.hint.isEmpty else {
      // A mistake with a name to which no hint fits.
      guard check.mistake != nil, left > 0 else { return nil }
      return "(\(left == 1 ? "1 hint" : "\(left) hints"): \(command))"
    }
    let hint = told.insert(check.hint).inserted ? check.hint : "as above."
    return "Hint: \(hint)" + (left == 0 ? "" : " (\(left) more: \(command))")
  }
}
