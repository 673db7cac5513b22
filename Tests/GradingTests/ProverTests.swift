import Datasets
import Doorway
import Tensors
import Testing

@testable import Grading

/// What measures the checks is measured itself, on a course of which all is known.
@Suite("Proving checks")
struct ProverTests {
  private let course: ToyCourse
  private let value = Question<Tensor, Tensor>("01.doubling.value")

  init() throws {
    course = try ToyCourse()
  }

  /// A prover of the doubling, asked for `input`.
  private func prover(
    of inputs: @escaping @Sendable (Examination) -> [Tensor]
  ) throws -> Prover {
    let value = value
    let toy = course.doubling
    let check = Check(
      value.name, claim: "it is so much", points: 100, hints: ["How much?"],
      limits: Limits(cpuSeconds: 1, wallSeconds: 20)
    ) { exam in
      for input in inputs(exam) { try exam.expectReference(value, of: input) }
    }
    return try Prover(
      Exercise(
        number: toy.number, title: toy.title, folder: toy.folder, files: toy.files,
        given: toy.given, plan: ExercisePlan(checks: ["Doubling.swift": [check]])),
      installation: course.installation, seed: 1, jobs: 2)
  }

  private func fate(_ new: String, in proof: MutantProof) throws -> Fate {
    try #require(proof.judgements.first { $0.mutation.new == new }).fate
  }

  @Test("A check that asks for zeros alone lets mutants live, and their edits are shown")
  func blindCheck() throws {
    let proof = try prover { _ in [Tensor([0, 0])] }.mutants()
    #expect(try fate("return 3 * x", in: proof) == .survived)
    #expect(
      try fate("return 2 + x", in: proof)
        == .killed(by: ["01.doubling.value"], names: [], wasStopped: false))
    #expect(try fate("return (2 * x) / 2", in: proof) == .survived)
    #expect(try fate("return 2", in: proof) == .doesNotCompile)
    let tally = proof.tally
    #expect(tally.survived > 0 && tally.killed > 0)
    #expect(tally.doNotCompile + tally.killed + tally.survived == proof.count)
    let screen = Screen.mutants(proof)
    #expect(screen.contains("Survived: \(tally.survived)"))
    #expect(screen.contains("  - return 2 * x\n  + return 3 * x\n"))
    #expect(!screen.contains("+ return 2 + x"))
  }

  @Test("One that asks for numbers kills them all, and names the mistake that is known")
  func goodCheck() throws {
    let proof = try prover { [$0.normal([3], deviation: 100), $0.normal([3])] }.mutants()
    #expect(proof.tally.survived == 0)
    #expect(
      try fate("return 3 * x", in: proof)
        == .killed(
          by: ["01.doubling.value"],
          names: [.init(check: "01.doubling.value", mistake: "doubling.tripled", fault: nil)],
          wasStopped: false))
    #expect(proof.tally.namedRightly == 1)
    #expect(proof.tally.namedWrongly == 0)
  }

  @Test("A name that only one seed gives is a false one, and the edit is shown with the seed")
  func fickleName() throws {
    // 2 + x is 3 · x for 1, and 2 · x for 2.
    let first = Digest("1 for the subject").word
    let proof = try prover { [Tensor([$0.seed == first ? 1.0 : 2.0])] }.mutants()
    guard case .killed(_, let names, _) = try fate("return 2 + x", in: proof) else {
      Issue.record("it was not killed")
      return
    }
    #expect(names.map(\.mistake) == ["doubling.tripled"])
    #expect(names.map(\.fault) == [.fickle(seed: 2, instead: nil)])
    #expect(proof.tally.namedWrongly > 0)
    #expect(
      Screen.mutants(proof).contains(
        "01.doubling.value names doubling.tripled, and at seed 2 nothing"))
  }

  @Test("What never ends is killed by the time that it takes")
  func endlessLoop() throws {
    let path = "Solutions/01-Doubling/Doubling.swift"
    let text = try TextFile.read("\(course.folder.path)/\(path)")
    try course.put(
      text.replacing(
        "return 2 * x", with: "var y = x\n    while y[0] < 0 { y[0] += 1 }\n    return 2 * y"),
      at: path)
    try course.put("", at: "Solutions/01-Doubling/mistakes.txt")
    let proof = try prover { _ in [Tensor([-1, 1])] }.mutants()
    #expect(
      try fate("while y[0] < 0 { y[0] -= 1 }", in: proof)
        == .killed(by: ["01.doubling.value"], names: [], wasStopped: true))
    #expect(proof.tally.stopped > 0)
  }

  @Test("Mutants that are listed as equivalent may live; an entry that is wrong is told")
  func equivalents() throws {
    try course.put(
      """
      # Nobody asks for more than zeros.
      Doubling.swift: three times nothing is nothing
      - return 2 * x
      + return 3 * x

      Doubling.swift: it was so once
      - return 5 * x
      + return 6 * x

      Doubling.swift: somebody thought so
      - return 2 * x
      + return 2 + x

      """, at: "Solutions/01-Doubling/equivalent.txt")
    let proof = try prover { _ in [Tensor([0, 0])] }.mutants()
    #expect(proof.tally.equivalent == 1)
    #expect(!Screen.mutants(proof).contains("+ return 3 * x"))
    let killed = try #require(proof.judgements.first { $0.mutation.new == "return 2 + x" })
    #expect(
      proof.faults == [
        .gone(line: 6, file: "Doubling.swift", old: "return 5 * x"),
        .killed(id: killed.mutation.id, by: ["01.doubling.value"]),
      ])
    var table = ProofTable()
    table.mutants = proof
    #expect(!table.isClean)
    #expect(proof.isBlind)
    #expect(Screen.mutants(proof).contains(" %, 98.0 % is asked\n"))

    try course.put(
      "Doubling.swift *: any will do\n", at: "Solutions/01-Doubling/equivalent.txt")
    let excused = try prover { _ in [Tensor([0, 0])] }.mutants()
    #expect(excused.tally.survived == 0)
    #expect(excused.tally.equivalent > 1)
    #expect(excused.tally.killed == proof.tally.killed)
    #expect(excused.faults.isEmpty)
    #expect(Screen.mutants(excused).contains("  score           100.0 %\n"))
    table.mutants = excused
    #expect(table.isClean)

    try course.put("- return 2 * x\n", at: "Solutions/01-Doubling/equivalent.txt")
    #expect(throws: GraderError.self) { try prover { _ in [Tensor([0])] }.mutants() }
  }

  @Test("A known mistake that a check lets pass, or does not name, is told with the seed")
  func knownMistakes() throws {
    let good = try prover { [$0.normal([3])] }.knownMistakes()
    #expect(good.outcomes.map(\.isNamed) == [true])
    let blind = try prover { exam in
      [exam.normal([4]).sum() > 0 ? exam.normal([3]) : Tensor([0, 0])]
    }
    .knownMistakes()
    #expect(!blind.outcomes[0].isRejected)
    #expect(!blind.outcomes[0].faults.isEmpty && blind.outcomes[0].faults.count < 3)
    var table = ProofTable()
    table.mistakes = good
    #expect(table.isClean)
    #expect(Screen.table([table]).hasSuffix("| 01 | 1 | 1 | 1 | 1 |\n"))
    table.mistakes = blind
    #expect(!table.isClean)
    #expect(Screen.table([table]).hasSuffix("| 01 | 1 | 1 | 0 | 0 |\n"))
    #expect(Screen.mistakes(blind).contains("doubling.tripled, asked 01.doubling.value\n    seed "))
  }

  @Test("A right solution in another style is accepted at every seed, one that is not is told")
  func styles() throws {
    func style(_ name: String, _ body: String) throws {
      try course.put(
        """
        import Tensors

        public struct Doubling: Step {
          public init() {}

          public func callAsFunction(_ x: Tensor) -> Tensor { \(body) }
        }

        """, at: "Data/Styles/01/\(name)/Doubling.swift")
    }
    try style("sum", "x + x")
    try style("thrice", "x + x + x")
    try style("unknown", "y + y")
    let proof = try prover { [$0.normal([3])] }.styles(seeds: 2)
    #expect(proof.outcomes.map(\.name) == ["Solutions", "sum", "thrice", "unknown"])
    #expect(proof.outcomes.map(\.isAccepted) == [true, true, false, false])
    #expect(proof.outcomes[2].refusals.map(\.seed) == [1, 2])
    #expect(!proof.outcomes[3].compiles)
    var table = ProofTable()
    table.styles = proof
    #expect(Screen.table([table]).hasSuffix("| 01 | 2 of 4 |\n"))

    let chosen = try prover { [$0.normal([3])] }.styles(only: "thr", seeds: 1)
    #expect(chosen.outcomes.map(\.name) == ["thrice"])
    #expect(throws: GraderError.self) {
      try prover { [$0.normal([3])] }.styles(only: "twice", seeds: 1)
    }

    try course.put("let a = 1\n", at: "Data/Styles/01/sum/Doublnig.swift")
    #expect(throws: GraderError.self) { try prover { [$0.normal([3])] }.styles(seeds: 1) }
  }
  @Test("A tolerance that is not ten times as wide as a right answer is off is too near")
  func tolerances() throws {
    func style(_ name: String, _ factor: String) throws {
      try course.put(
        """
        import Tensors

        public struct Doubling: Step {
          public init() {}

          public func callAsFunction(_ x: Tensor) -> Tensor { x * (\(factor)) }
        }

        """, at: "Data/Styles/01/\(name)/Doubling.swift")
    }
    try style("rounded", "2 + 1e-12")
    let wide = try prover { [$0.normal([3])] }.styles(seeds: 2)
    #expect(wide.nearest.map(\.check) == ["01.doubling.value"])
    #expect(wide.nearest.map(\.style) == ["rounded"])
    #expect(wide.nearest.allSatisfy { (1e-6..<1e-3).contains($0.nearness.used) })
    #expect(wide.tight.isEmpty)
    #expect(!Screen.tolerances(wide).contains("TOO NEAR"))

    try style("coarse", "2 + 1e-9")
    let near = try prover { [$0.normal([3])] }.styles(seeds: 2)
    #expect(near.outcomes.map(\.isAccepted) == [true, true, true])
    #expect(near.tight == ["01.doubling.value"])
    #expect(Screen.tolerances(near).hasSuffix("TOO NEAR\n"))

    let exact = try prover { [$0.normal([3])] }.styles(only: "Solutions", seeds: 1)
    #expect(Screen.tolerances(exact).hasPrefix("No answer of a style differs"))
  }
}
