import Testing

@testable import Grading

@Suite("Mutants")
struct MutantTests {
  /// A part with a bit of everything.
  private let text = """
    import Tensors

    public struct Heavy {
      public var rate: Double
      public let note = "1 + 2 < 3"

      public init(rate: Double = 0.01) { self.rate = rate + 0 }

      public mutating func step(
        _ parameters: inout [Tensor], _ x: Tensor
      ) -> (output: Tensor, cache: Tensor) {
        // begin 1.1: Is 1 + 2 < 3?
        let y = x.matmul(w.transposed()) + b  // 1 + 2
        for i in 0..<parameters.count where i < 3 {
          parameters[i] -= rate * x
        }
        optimizer.update(&network.parameters, along: [y])
        let z = x .<= 0 ? y.sum(along: 0, keepingAxis: true) : -y
        print("1 + 2 < 3")
        return (y, x)
        // end
      }
    }

    """

  private func edits(_ rule: MutationRule? = nil) -> [String] {
    Mutants(of: [("Heavy.swift", text)], rules: rule.map { [$0] } ?? MutationRule.all).all
      .map { "\($0.old) → \($0.new)" }
  }

  @Test("They change code between the marks, and neither strings nor comments nor what is given")
  func onlyWhatIsWritten() {
    let mutants = Mutants(of: [("Heavy.swift", text)]).all
    #expect(mutants.count > 100)
    #expect(mutants.allSatisfy { (13...20).contains($0.line) })
    #expect(
      mutants.allSatisfy {
        $0.new.contains("// 1 + 2") || !$0.old.contains("// 1 + 2") || $0.new == ""
      })
    #expect(mutants.filter { $0.line == 19 }.map(\.new) == ["(\"1 + 2 < 3\")", ""])
  }

  @Test("Each has an id of its own, and says which of several equal lines it means")
  func ids() {
    let mutants = Mutants(of: [("Heavy.swift", text), ("Other.swift", text)]).all
    #expect(Set(mutants.map(\.id)).count == mutants.count)
    let twice = Mutants(of: [
      ("A.swift", "func f() {\n// begin 1.1: a\nx += 1\nx += 1\n// end\n}\n")
    ]).all
    #expect(Set(twice.map { "\($0.line) \($0.occurrence)" }) == ["3 1", "4 2"])
  }

  @Test("A sample is drawn by its seed")
  func samples() {
    let mutants = Mutants(of: [("Heavy.swift", text)])
    #expect(mutants.sample(10, seed: 1) == mutants.sample(10, seed: 1))
    #expect(mutants.sample(10, seed: 1) != mutants.sample(10, seed: 2))
    #expect(mutants.sample(.max, seed: 1) == mutants.all)
    #expect(mutants.sample(.max, seed: 1, only: "Other").isEmpty)
  }

  @Test("Rules go wrong as people do")
  func rules() {
    let loop = "for i in 0..<parameters.count where i < 3 {"
    let step = "parameters[i] -= rate * x"
    let product = "let y = x.matmul(w.transposed()) + b  // 1 + 2"
    let choice = "let z = x .<= 0 ? y.sum(along: 0, keepingAxis: true) : -y"
    let expected: [(MutationRule, String, [String])] = [
      (.operators, step, ["parameters[i] += rate * x", "parameters[i] -= rate / x"]),
      (.comparisons, loop, ["for i in 0..<parameters.count where i <= 3 {"]),
      (.comparisons, choice, ["let z = x .< 0 ? y.sum(along: 0, keepingAxis: true) : -y"]),
      (.terms, product, ["let y = x.matmul(w.transposed())  // 1 + 2", "let y = b  // 1 + 2"]),
      (.terms, step, ["parameters[i] -= rate", "parameters[i] -= x"]),
      (.constants, loop, ["for i in 1..<parameters.count where i < 3 {"]),
      (.constants, choice, ["let z = x .<= 0 ? y.sum(along: 1, keepingAxis: true) : -y"]),
      (.words, choice, ["let z = x .<= 0 ? y.mean(along: 0, keepingAxis: true) : -y"]),
      (.calls, product, ["let y = x.matmul(w) + b  // 1 + 2"]),
      (.arguments, choice, ["let z = x .<= 0 ? y.sum(along: 0) : -y"]),
      (.arguments, product, ["let y = (w.transposed()).matmul(x) + b  // 1 + 2"]),
      (.transposes, product, ["let y = x.transposed().matmul(w.transposed()) + b  // 1 + 2"]),
      (.tuples, "return (y, x)", ["return (x, y)", "return (y, y)", "return (y, i)"]),
      (.ranges, loop, ["for i in 0...parameters.count where i < 3 {"]),
      (.ranges, loop, ["for i in 0..<(parameters.count - 1) where i < 3 {"]),
      (.loops, loop, ["for i in Array(0..<parameters.count).dropLast() where i < 3 {"]),
      (.loops, loop, ["for i in 0..<parameters.count {"]),
      (.conditions, loop, ["for i in 0..<parameters.count where true {"]),
      (.conditions, choice, ["let z = y.sum(along: 0, keepingAxis: true)", "let z = -y"]),
      (.signs, choice, ["let z = x .<= 0 ? y.sum(along: 0, keepingAxis: true) : y"]),
      (.signs, "return (y, x)", ["return (-(y), x)"]),
      (.scales, "return (y, x)", ["return (2 * (y), x)", "return (y, (x) / 2)"]),
      (.statements, step, [""]),
      (.copies, step, ["var copy = parameters; copy[i] -= rate * x"]),
      (
        .copies, "optimizer.update(&network.parameters, along: [y])",
        [
          "var copy = network.parameters; optimizer.update(&copy, along: [y])",
          "var copy = optimizer; copy.update(&network.parameters, along: [y])",
        ]
      ),
      (.state, "return (y, x)", ["return theFirst((y, x))", "return (y, theOneBefore(x))"]),
      (.settings, step, ["parameters[i] -= 0.01 * x", "parameters[i] -= 0 * x"]),
      (.parameters, step, ["parameters[i] -= rate * Tensor(onesLike: x)"]),
    ]
    for (rule, old, new) in expected {
      let made = edits(rule)
      for new in new { #expect(made.contains("\(old) → \(new)"), "\(rule.name): \(made)") }
    }
  }

  @Test("What only changes the shape's owner, and not the shape, is no mutant")
  func noIdleEdits() {
    let text = """
      func f(_ x: Tensor) -> Int {
        // begin 1.1: a
        let n = x.shape[0]
        return n
        // end
      }

      """
    let mutants = Mutants(of: [("A.swift", text)], rules: [.parameters, .state]).all
    #expect(
      mutants.filter { $0.line == 3 }.map(\.new) == ["let n = theFirst(x).shape[0]"])
  }

  @Test("Many become one file, in which each is a choice, and a part may be one expression")
  func groups() {
    let text = "func f(_ x: Int) -> Int {\n  // begin 1.1: a\n  x + 1\n  // end\n}\n"
    let mutants = Mutants(of: [("A.swift", text)], rules: [.operators]).all
    let groups = MutantGroup.groups(of: mutants, texts: ["A.swift": text])
    #expect(groups.count == 1)
    let (source, lines) = groups[0].source(without: [])
    #expect(source.contains("case 1:\nreturn x - 1\n"))
    #expect(source.contains("default:\nreturn x + 1\n"))
    let written = source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map { written[$0.0.lowerBound - 1] } == ["return x - 1"])
    #expect(!groups[0].source(without: [0]).text.contains("x - 1"))

    // What is less than a function stands alone.
    let less = text.replacing("  // begin", with: "  let y = 2\n  // begin")
    let alone = Mutants(of: [("A.swift", less)], rules: [.constants]).all
    let single = MutantGroup.groups(of: alone, texts: ["A.swift": less])
    #expect(single.count == alone.count)
    #expect(single.allSatisfy { !$0.isShared && !$0.source(without: []).text.contains("switch") })
  }
}
