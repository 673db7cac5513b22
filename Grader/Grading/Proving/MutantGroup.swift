import Foundation

/// Mutants of one file that are built as one program, which is told at its start which of them it is.
///
/// To build each alone takes a second a mutant, together a tenth of that. Each part becomes a
/// choice among its bodies:
///
///     switch chosenMutant {
///     case 17:
///       …
///     default:
///       the solution's own
///     }
struct MutantGroup: Sendable {
  let file: String
  let text: String
  let mutations: [Mutation]

  /// How many at the most: what compiles longer than that is no faster.
  private static let size = 60

  /// Returns groups of all `mutations`, those of a part that is less than a function alone.
  static func groups(of mutations: [Mutation], texts: [String: String]) -> [MutantGroup] {
    var groups: [MutantGroup] = []
    for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
      let parts = WrittenPart.parts(of: text)
      var shared: [Mutation] = []
      for mutation in mutations where mutation.file == file {
        if parts[mutation.part].isWholeBody {
          shared.append(mutation)
        } else {
          groups.append(MutantGroup(file: file, text: text, mutations: [mutation]))
        }
      }
      groups += stride(from: 0, to: shared.count, by: size).map { start in
        MutantGroup(
          file: file, text: text, mutations: Array(shared[start...].prefix(size)))
      }
    }
    return groups
  }

  /// A mutant, or the file with a part that ends the program as a stub does.
  enum Variant: Hashable, Sendable {
    case mutation(Int)
    case probe(part: Int)

    /// What the program is told.
    var number: Int {
      switch self {
      case .mutation(let place): place + 1
      case .probe(let part): 1_000_000 + part
      }
    }
  }

  /// Whether the program has to be told which mutant it is.
  var isShared: Bool {
    let parts = WrittenPart.parts(of: text)
    return mutations.allSatisfy { parts[$0.part].isWholeBody }
  }

  /// Returns the file with all variants but those in `refused`, and the lines at which each stands.
  func source(without refused: Set<Int>) -> (text: String, lines: [(Range<Int>, Int)]) {
    let parts = WrittenPart.parts(of: text)
    var lines: [(Range<Int>, Int)] = []
    var whole = ""
    var line = 1
    func add(_ text: String) {
      whole += text
      line += text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    var position = 0
    let source = Array(text.utf8)
    for (number, part) in parts.enumerated() {
      add(String(decoding: source[position..<part.block.lowerBound], as: UTF8.self))
      position = part.block.upperBound
      let own = mutations.indices.filter { mutations[$0].part == number && !refused.contains($0) }
      guard part.isWholeBody else {
        // Of these there is one at the most.
        let start = line
        add(own.first.map { mutations[$0].body } ?? part.body)
        if let only = own.first { lines.append((start..<line + 1, only)) }
        continue
      }
      let start = part.isExpression ? "return " : ""
      add("switch chosenMutant {\n")
      for place in own {
        add("case \(Variant.mutation(place).number):\n")
        let from = line
        add(start + mutations[place].body.trimmingCharacters(in: .whitespaces) + "\n")
        // A body from which all is gone is still a case.
        if mutations[place].body.allSatisfy(\.isWhitespace) { add("break\n") }
        lines.append((from..<line, place))
      }
      add("case \(Variant.probe(part: number).number): unfinished(\"\(number)\")\n")
      add("default:\n\(start)\(part.body.trimmingCharacters(in: .whitespaces))\n}")
    }
    add(String(decoding: source[position...], as: UTF8.self))
    add(Self.end)
    if mutations.contains(where: { Memory.isUsed(by: $0.new) }) { add(Memory.text) }
    return (whole, lines)
  }

  private static let end = """

    private let chosenMutant = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 0

    """
}

/// The program of a mutant.
struct MutantProgram: Sendable {
  var build: Build

  /// Which of several it is; nil where it is the only one.
  var variant: MutantGroup.Variant?
}

extension Workshop {
  /// Builds a group; returns its program with the places of those that do not compile. Where the
  /// compiler names none of them, it is asked about halves.
  func build(
    _ group: MutantGroup
  ) throws(GraderError) -> [(build: Build, group: MutantGroup, refused: Set<Int>)] {
    var refused: Set<Int> = []
    while true {
      let (text, lines) = group.source(without: refused)
      do throws(GraderError) {
        return [(try buildSolution(with: [group.file: Data(text.utf8)]), group, refused)]
      } catch .doesNotCompile(_, let diagnostics, _) {
        let faulty = diagnostics.filter { $0.file == group.file }.flatMap { diagnostic in
          lines.filter { $0.0.contains(diagnostic.line) }.map(\.1)
        }
        if !Set(faulty).isSubset(of: refused) {
          refused.formUnion(faulty)
          continue
        }
        guard group.mutations.count > 1 else { return [] }
        let half = group.mutations.count / 2
        func part(_ mutations: ArraySlice<Mutation>) -> MutantGroup {
          MutantGroup(file: group.file, text: group.text, mutations: Array(mutations))
        }
        return try build(part(group.mutations[..<half])) + build(part(group.mutations[half...]))
      }
    }
  }
}
