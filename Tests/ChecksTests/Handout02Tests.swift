import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// Every number in the handout of exercise 02 is what comes out when it is computed.
@Suite("The numbers in the handout of exercise 02")
struct Handout02Tests {
  private let handout: String
  private let exercise: Exercise

  init() throws {
    exercise = try Catalogue.exercise("02")
    handout = try String(
      contentsOfFile: "\(Installation.find().root)/Exercises/\(exercise.folder)/README.md",
      encoding: .utf8)
  }

  private func expectLines(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    for line in lines {
      #expect(handout.contains(line), "\(line)", sourceLocation: sourceLocation)
    }
  }

  private func reference() throws -> any Subject {
    try Kept.workshop(of: exercise).subject(.reference, .check)
  }

  @Test("The errors of the differences, and their slope")
  func errors() {
    func errors(_ h: Double) -> (oneSided: Double, central: Double) {
      (
        abs((exp(1 + h) - exp(1.0)) / h - exp(1.0)),
        abs((exp(1 + h) - exp(1 - h)) / (2 * h) - exp(1.0))
      )
    }
    expectLines(
      (1...4).map { n in
        let (oneSided, central) = errors(pow(10, Double(-n)))
        return String(format: "| 1e-%d | %.1e | %.1e |", n, oneSided, central)
      })
    let slope = log(errors(0.1).central / errors(0.01).central) / log(10)
    expectLines([String(format: "log(4.5e-3 / 4.5e-5) / log 10 = %.2f", slope)])
    // In float32, by the balance of its own rounding.
    let step = pow(Double(Float.ulpOfOne), 1.0 / 3)
    #expect((0.004...0.006).contains(step) && (2e-5...3e-5).contains(Double(Float.ulpOfOne) / step))
    expectLines(["gives h ≈ 0.005 and an error of about 2e-5"])
  }

  @Test("The relative error")
  func relativeErrors() throws {
    let pairs = [
      TensorPair(Tensor([1, -2, 0]), Tensor([1, -2.5, 0])),
      TensorPair(Tensor([0]), Tensor([1e-10]), floor: 0.001),
    ]
    let errors = try reference().ask(.relativeError, [LayerRun(pairs)], limits: .check)[0].outputs
    #expect(errors[0] == 0.2 && abs(errors[1] - 0.0000001) < 1e-16)
    expectLines(["relative error is 0.2.", "they are 0.0000001 apart", "0, 0.5 / 2.5 and 0 / 0"])
  }

  @Test("The quadratic form")
  func quadraticForm() throws {
    let (x, matrix) = (Tensor([1, -1]), Tensor([[1, 2], [0, 3]]))
    let run = LayerRun(
      [QuadraticInput(x: x, matrix: matrix)], waysBack: [WayBack(0, upstream: [])])
    let trace = try reference().ask(.quadraticForm, [run], limits: .check)[0]
    let slopes = trace.gradients[0].tensors
    #expect(trace.outputs[0] == 2 && (slopes[0] * x).sum() == 4)
    expectLines([
      "gradient at x    =  \(words(slopes[0]))", "gradient at A    =  \(words(slopes[1]))",
      "would give \(words(2 * matrix.matmul(x))) at x", "0·1 + (-4)·(-1) = 4",
    ])
  }

  @Test("Log-sum-exp and its gradient")
  func logSumExp() throws {
    let x = Tensor([1, 2, 3])
    let run = LayerRun(
      [x, x + 1000], waysBack: [WayBack(0, upstream: []), WayBack(1, upstream: [])])
    let trace = try reference().ask(.logSumExp, [run], limits: .check)[0]
    expectLines(
      trace.outputs.map { String(format: "is %.4f", $0) }
        + trace.gradients.map { slopes in
          "[\(slopes.scalars.map { String(format: "%.4f", $0) }.joined(separator: ", "))]"
        })
  }

  @Test("The chain rule, worked out")
  func chainRule() {
    let x = 3.0
    let a = x * x
    let b = a + x
    let slopeAtA = b + a
    let slopeAtX = a + slopeAtA * 2 * x
    #expect(slopeAtX == 4 * x * x * x + 3 * x * x)
    expectLines([
      "a = x²       =    \(Int(a))", "b = a + x    =   \(Int(b))", "L = a · b    =  \(Int(a * b))",
      "slopes.a += b                   0 +     \(Int(b))  =   \(Int(b))",
      "slopes.b += a                   0 +      \(Int(a))  =    \(Int(a))",
      "slopes.a += slopes.b           \(Int(b)) +      \(Int(a))  =   \(Int(slopeAtA))",
      "slopes.x += slopes.b            0 +      \(Int(a))  =    \(Int(a))",
      "slopes.x += slopes.a · 2x       \(Int(a)) + \(Int(slopeAtA)) · \(Int(x + x))  =  \(Int(slopeAtX))",
      "4·27 + 3·9 = \(Int(slopeAtX))",
    ])
  }

  @Test("The matrix product")
  func matrixProduct() throws {
    let run = LayerRun(
      [ProductInput(x: Tensor([[1, 2]]), weights: Tensor([[3], [4]]))],
      waysBack: [WayBack(0, upstream: [Tensor([[10]])])])
    let slopes = try reference().ask(.product, [run], limits: .check)[0].gradients[0].tensors
    expectLines([
      "gradient at x  =  \(words(slopes[0]))        gradient at W  =  \(words(slopes[1]))"
    ])
  }

  @Test("The narrow valley")
  func valley() throws {
    for rate in [0.01, 0.02, 0.03, 0.039, 0.04, 0.041] {
      let (flat, steep) = (1 - rate, 1 - 50 * rate)
      var (steps, left) = (0, 1.0)
      while left > 1e-3, steps < 10_000 {
        left *= max(abs(flat), abs(steep))
        steps += 1
      }
      let row = String(format: "| %.3f | %.3f | %.3f | ", rate, flat, steep)
      expectLines([row + (steps == 10_000 ? "never |" : "\(steps) |")])
    }
    let best = try reference().ask(
      .fastestRate, [LayerRun([Curvatures([50, 1])])], limits: .check)[0].outputs[0]
    #expect(0.039 < best && best < 0.04)
    expectLines([String(format: "the best factor is %.3f", 1 - best)])
  }

  /// [[1, -1], [0, 2]], without fractions.
  private func words(_ x: Tensor) -> String {
    let rows = (0..<(x.rank == 2 ? x.shape[0] : 1)).map { i in
      (x.rank == 2 ? x.row(i) : x).scalars.map { "\(Int($0))" }.joined(separator: ", ")
    }
    let inner = rows.map { "[\($0)]" }.joined(separator: ", ")
    return x.rank == 2 ? "[\(inner)]" : inner
  }
}
