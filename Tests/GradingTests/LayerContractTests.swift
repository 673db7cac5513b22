import Doorway
import Foundation
import Synchronization
import Tensors
import Testing

@testable import Grading

/// The layer of these tests is x³ - x.
@Suite("The contract of a layer")
struct LayerContractTests {
  typealias Forward = @Sendable (Tensor) -> (Tensor, Tensor)
  typealias Backward = @Sendable (Tensor, Tensor) -> Tensor

  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, Tensor>>("99.cubic")
  private static let contract = LayerContract(question) { exam in
    exam.shapesOfAllKinds().map { exam.normal($0) }
  }
  private static let checks = [
    contract.check("99.cubic.forward", .outputs, points: 50, claim: "it is", hints: ["?"]),
    contract.check("99.cubic.gradient", .gradients(), points: 30, claim: "it is", hints: ["?"]),
    contract.check(
      "99.cubic.extremes", .outputs, points: 20, claim: "it is", hints: ["?"], alone: true
    ) { exam in [Tensor([-900, -700, -30, 1, 30, exam.number(in: 600...660), 900])] },
  ]

  @Sendable private static func forward(_ x: Tensor) -> (Tensor, Tensor) { (x * x * x - x, x) }
  @Sendable private static func backward(_ upstream: Tensor, _ x: Tensor) -> Tensor {
    upstream * (3 * x * x - 1)
  }

  private func subject(_ forward: @escaping Forward, _ backward: @escaping Backward)
    -> ScriptedSubject
  {
    ScriptedSubject {
      $0.to(Self.question) { run in
        run.trace {
          forward($0)
        } backward: {
          backward($1[0], $2)
        }
      }
    }
  }

  /// Returns the results of both checks.
  private func results(
    _ forward: @escaping Forward = Self.forward, _ backward: @escaping Backward = Self.backward,
    mistakes: [String: (Forward, Backward)] = [:], seed: UInt64 = 7
  ) -> [CheckResult] {
    let known = mistakes.keys.sorted().map {
      KnownMistake(id: $0, checks: Self.checks.map(\.id), explanation: "it is \($0)")
    }
    let oracle = Oracle(mistakes: known) { implementation, _ in
      switch implementation {
      case .reference: self.subject(Self.forward, Self.backward)
      case .mistake(let id): self.subject(mistakes[id]!.0, mistakes[id]!.1)
      }
    }
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: Self.checks))
    let examiner = Examiner(exercise, seed: seed, oracle: oracle, data: nil) { _ in
      self.subject(forward, backward)
    }
    return exercise.checks.map(examiner.result)
  }

  @Test(
    "What is right passes at every seed, in whatever style",
    arguments: 1...20 as ClosedRange<UInt64>)
  func rightPasses(seed: UInt64) {
    let styles: [(Forward, Backward)] = [
      (Self.forward, Self.backward),
      ({ x in (x * (x - 1) * (x + 1), 3 * x * x - 1) }, { upstream, slope in slope * upstream }),
      (
        { x in
          let entries = x.scalars.map { $0 * $0 * $0 - $0 }
          return (Tensor(shape: x.shape, scalars: entries), x)
        }, Self.backward
      ),
    ]
    for (forward, backward) in styles {
      for result in results(forward, backward, seed: seed) {
        #expect(result.verdict == .passed, "\(result.message)")
      }
    }
  }

  @Test("The reference's own way back is proved by central differences, and a wrong one is not")
  func proof() throws {
    func prove(_ backward: @escaping Backward) throws {
      let exam = Examination(
        check: Self.checks[1], subject: subject(Self.forward, backward),
        oracle: Oracle { _, _ in self.subject(Self.forward, Self.backward) }, data: nil, seed: 1)
      try Self.checks[1].proof(exam)
    }
    try prove(Self.backward)
    #expect(throws: Failure.self) { try prove { upstream, x in upstream * (3 * x * x - 1.0001) } }
  }

  @Test("What the reference loses in float32 alone is found, on the way there and on the way back")
  func proofOfSingle() throws {
    @Sendable func careless(_ x: Tensor) -> Tensor {
      x.elementType == .float32 ? (x + 1000) - 1000 : x
    }
    let there = subject({ x in Self.forward(careless(x)) }, Self.backward)
    let back = subject(Self.forward) { upstream, x in Self.backward(upstream, careless(x)) }
    for (index, subject) in [there, back].enumerated() {
      let exam = Examination(
        check: Self.checks[index], subject: subject,
        oracle: Oracle { _, _ in self.subject(Self.forward, Self.backward) }, data: nil, seed: 1)
      let failure = try #require(throws: Failure.self) { try Self.checks[index].proof(exam) }
      #expect(Sentences.failure(failure).contains("(float32)"))
    }
  }

  /// A forward pass or a way back that is wrong, the check that has to say so, and a word of what it
  /// says.
  struct Wrong: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var check: Int
    var word: String
    var make: @Sendable () -> (Forward, Backward)

    static func forward(
      _ name: String, _ word: String, _ forward: @escaping Forward
    ) -> Wrong {
      Wrong(testDescription: name, check: 0, word: word) { (forward, LayerContractTests.backward) }
    }

    static func backward(
      _ name: String, _ word: String, _ backward: @escaping Backward
    ) -> Wrong {
      Wrong(testDescription: name, check: 1, word: word) { (LayerContractTests.forward, backward) }
    }
  }

  static let wrong = [
    Wrong.forward("rounded to thousandths", "expected") { x in
      let x = Tensor(shape: x.shape, scalars: x.scalars.map { ($0 * 1000).rounded() / 1000 })
      return LayerContractTests.forward(x)
    },
    .forward("float32 inside", "to about seven digits") { x in
      LayerContractTests.forward(x.converted(to: .float32))
    },
    .forward("reversed", "but for the sign") { x in (x - x * x * x, x) },
    .forward("twice", "2 times what is expected") { x in (2 * (x * x * x - x), x) },
    .forward("lifted", "0.5 too high") { x in (x * x * x - x + 0.5, x) },
    .forward("nothing", "All that is wrong is 0") { x in (0 * x, x) },
    .forward("the input", "x itself") { x in (x, x) },
    .forward("not finite where |x| > 2", "") { x in
      (Tensor(shape: x.shape, scalars: x.scalars.map { abs($0) > 2 ? .nan : $0 * $0 * $0 - $0 }), x)
    },
    Wrong(
      testDescription: "not finite where x > 500", check: 2, word: "right up to |x| = "
    ) {
      (
        { x in
          let y = x.scalars.map { $0 > 500 ? .infinity : $0 * $0 * $0 - $0 }
          return (Tensor(shape: x.shape, scalars: y), x)
        }, LayerContractTests.backward
      )
    },
    .forward("divided by N", "divided by N, the number of samples") { x in
      ((x * x * x - x) / Double(x.shape[0]), x)
    },
    .forward("wrong for one sample", "is what has 1 for N, the number of samples") { x in
      x.shape[0] == 1 ? (x * x + 2, x) : LayerContractTests.forward(x)
    },
    .forward("all but the last row", "but the last row") { x in
      guard x.rank == 2, x.shape[0] > 1 else { return LayerContractTests.forward(x) }
      var y = x * x * x - x
      for column in 0..<x.shape[1] { y[x.shape[0] - 1, column] += 1 }
      return (y, x)
    },
    .forward("each column times a number of its own", "Each column is what is expected times") {
      x in
      guard x.rank == 2, x.shape[0] > 2 else { return LayerContractTests.forward(x) }
      return ((x * x * x - x) * (1 + 0.1 * Tensor(0..<x.shape[1])), x)
    },
    Wrong(testDescription: "right the first time", check: 0, word: "The first call is right") {
      let calls = Mutex(0)
      return (
        { x in
          let call = calls.withLock { (calls: inout Int) -> Int in
            calls += 1
            return calls
          }
          return call == 1 ? LayerContractTests.forward(x) : (x * x, x)
        }, LayerContractTests.backward
      )
    },
    .backward("upstream itself", "upstream itself") { upstream, _ in upstream },
    .backward("no upstream", "expected") { _, x in 3 * x * x - 1 },
    Wrong(testDescription: "the cache of the last forward", check: 1, word: "") {
      let last = Mutex<Tensor?>(nil)
      return (
        { x in
          last.withLock { $0 = x }
          return LayerContractTests.forward(x)
        },
        { upstream, x in
          let last = last.withLock { $0! }
          return last.shape == x.shape ? LayerContractTests.backward(upstream, last) : upstream
        }
      )
    },
    Wrong(
      testDescription: "a forward of its own", check: 1, word: "Your backward fits your forward"
    ) {
      ({ x in (x * x, x) }, { upstream, x in 2 * x * upstream })
    },
    Wrong(testDescription: "0 with the gradient 0", check: 1, word: "") {
      ({ x in (0 * x, x) }, { upstream, _ in 0 * upstream })
    },
  ]

  @Test("What is wrong fails at every seed, and is told by what can be seen", arguments: wrong)
  func wrongFails(wrong: Wrong) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let (forward, backward) = wrong.make()
      let result = results(forward, backward, seed: seed)[wrong.check]
      #expect(result.verdict == .failed)
      #expect(
        wrong.word.isEmpty || result.message.contains(wrong.word), "\(result.message)")
    }
  }

  @Test("A mistake is named where it foretells all answers, and two that do are both named")
  func naming() {
    let sign: (Forward, Backward) = ({ x in (x - x * x * x, x) }, Self.backward)
    let square: (Forward, Backward) = ({ x in (x * x, x) }, Self.backward)
    let one = results(sign.0, mistakes: ["a sign": sign, "a square": square])[0].message
    #expect(one.hasSuffix("\n\(Sentences.namesMistake)it is a sign."))
    let two = results(sign.0, mistakes: ["a sign": sign, "another": sign])[0].message
    #expect(two.hasSuffix("\n\(Sentences.namesMistake)either it is a sign, or it is another."))
    // Right where x has one axis, and the same elsewhere.
    let partly: Forward = { x in x.rank == 1 ? Self.forward(x) : (x - x * x * x, x) }
    #expect(!results(partly, mistakes: ["a sign": sign])[0].message.contains("a sign"))
  }

  @Test("What is NaN all over has no name")
  func nothingButNaN() {
    let nan: (Forward, Backward) = ({ x in (x * .nan, x) }, Self.backward)
    let message = results(nan.0, mistakes: ["nothing": nan])[0].message
    #expect(!message.contains(Sentences.namesMistake))
    #expect(message.contains("infinite or NaN"))
  }
}
