/// What somebody may have meant who named what is not there.
extension Sentences {
  /// Returns the word with the least edit distance, if that is not far. The number of the exercise
  /// may be left out.
  static func nearest(to word: String, in words: [String]) -> String? {
    let ranked = words.map { name in
      let numberless = String(name.drop { $0.isNumber || $0 == "." })
      return (name, min(distance(word, name), distance(word, numberless)))
    }.min { $0.1 < $1.1 }
    guard let (near, distance) = ranked, distance <= max(2, word.count / 3) else { return nil }
    return near
  }

  /// Returns what names one or more checks and is most like `word`: a whole name, one without the
  /// exercise's number or with another, or its first part, as "sigmoid".
  static func nearestCheck(to word: String, in ids: [String]) -> String? {
    func numberless(_ name: some StringProtocol) -> String {
      String(name.drop { $0.isNumber || $0 == "." })
    }
    let rest = numberless(word)
    if rest != word, !rest.isEmpty, let id = ids.first(where: { numberless($0).hasPrefix(rest) }) {
      return id.prefix(id.count - numberless(id).count) + rest
    }
    let parts = ids.compactMap { numberless($0).split(separator: ".").first.map(String.init) }
    let near = parts.min { distance(word, $0) < distance(word, $1) }
    if let near, distance(word.lowercased(), near.lowercased()) <= max(1, word.count / 4) {
      return near
    }
    return nearest(to: word, in: ids)
  }

  /// The number of letters to change, add or take away (Levenshtein, 1965).
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
