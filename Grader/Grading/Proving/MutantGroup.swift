import Foundation

/// Mutants of one file that are built as one program, which is told at its start which of them it is.
///
/// To build each alone takes a second a mutant, together a tenth of that.
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
    let places = mutations.indices.filter { !refused.contains($0) }
    let variants = VariantSource(
      of: text,
      bodies: places.map { place in
        let mutation = mutations[place]
        return VariantSource.Body(
          number: Variant.mutation(place).number, part: mutation.part, text: mutation.body,
          isExpression: parts[mutation.part].isExpression)
      }
    ) { Variant.probe(part: $0).number }
    let memory = mutations.contains { Memory.isUsed(by: $0.new) } ? Memory.text : ""
    return (variants.text + memory, variants.lines.map { ($0.range, places[$0.body]) })
  }
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
