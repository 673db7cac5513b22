/// Which parts of a text stand for it (Schleimer, Wilkerson and Aiken, 2003): of all runs of tokens in a
/// window the one with the least hash. Two texts that have a run of `guaranteed` tokens in common have
/// one of these in common.
struct Winnowing {
  static let run = 12
  static let window = 8
  static let guaranteed = run + window - 1

  /// The hashes of all runs, by the token with which they begin.
  static func runs(of text: ComparedText) -> [UInt64] {
    let tokens = text.tokens
    guard tokens.count >= run else { return [] }
    return (0...tokens.count - run).map { start in
      tokens[start..<start + run].reduce(0x9E37_79B9_7F4A_7C15) { hash, token in
        let mixed = (hash ^ token.hash) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ mixed >> 29
      }
    }
  }

  /// The chosen runs: where each hash begins for the first time.
  static func fingerprints(of runs: [UInt64]) -> [UInt64: Int] {
    var chosen: [UInt64: Int] = [:]
    guard !runs.isEmpty else { return chosen }
    for start in 0...max(0, runs.count - window) {
      let indices = start..<min(start + window, runs.count)
      // Of equals the last, so that a long repetition gives few.
      let least = indices.reversed().min { runs[$0] < runs[$1] } ?? start
      if chosen[runs[least]] == nil { chosen[runs[least]] = least }
    }
    return chosen
  }
}
