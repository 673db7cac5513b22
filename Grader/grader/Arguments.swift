import Grading

/// The words behind `grader`: positions, flags, and options with a value.
struct Arguments {
  private static let withValue: Set<String> = [
    "--only", "--data", "--epochs", "--exercise", "--output", "--jobs", "--seed", "--sandbox",
    "--rounds", "--sample", "--seeds", "--search", "--policy", "--format", "--into", "--gradebook",
    "--column", "--shard", "--class", "--submission", "--batch", "--engine", "--shards",
    "--attempt",
  ]
  private static let without: Set<String> = [
    "--help", "--json", "--markdown", "--mistakes", "--quick", "--styles", "--tolerances",
    "--watch", "--anyway",
  ]

  private var positions: ArraySlice<String> = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []
  private var used: Set<String> = []

  init(_ words: [String]) throws(GraderError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let (name, attached) = Self.parted(word == "-h" ? "--help" : word)
      if Self.without.contains(name) {
        flags.insert(name)
      } else if Self.withValue.contains(name) {
        guard let value = attached ?? rest.popFirst() else {
          throw .wrongUse("\(name) needs a value. '\(grader) help' shows the options.")
        }
        guard values.updateValue(value, forKey: name) == nil else {
          throw .wrongUse("\(name) stands twice. Give it once.")
        }
      } else if name.hasPrefix("-"), name.count > 1 {
        throw .noOption(name, known: Array(Self.withValue.union(Self.without)))
      } else {
        positions.append(word)
      }
    }
  }

  /// "--seed=7" → "--seed" and "7".
  private static func parted(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  /// Takes the next position.
  mutating func next() -> String? { positions.popFirst() }

  mutating func next(_ meaning: String) throws(GraderError) -> String {
    guard let word = next() else {
      throw .wrongUse("\(meaning) is missing. '\(grader) help' shows the commands.")
    }
    return word
  }

  mutating func flag(_ name: String) -> Bool {
    used.insert(name)
    return flags.contains(name)
  }

  mutating func value(_ name: String) -> String? {
    used.insert(name)
    return values[name]
  }

  /// The words of the command so far that are not options.
  mutating func rest() -> [String] {
    defer { positions = [] }
    return Array(positions)
  }

  mutating func number<N: FixedWidthInteger>(
    _ name: String, from lowest: N
  ) throws(GraderError) -> N? {
    guard let text = value(name) else { return nil }
    guard let number = N(text), number >= lowest else {
      throw .wrongUse("\(name) takes a whole number from \(lowest), not '\(text)'.")
    }
    return number
  }

  /// Refuses what the command did not ask for.
  func finish(_ command: String) throws(GraderError) {
    let form = "'\(grader) help \(command.prefix { $0 != " " })' shows the form."
    if let word = positions.first { throw .wrongUse("'\(word)' is one word too many. \(form)") }
    if let option = Set(values.keys).union(flags).subtracting(used).sorted().first {
      throw .wrongUse("'\(command)' has no \(option). \(form)")
    }
  }
}
