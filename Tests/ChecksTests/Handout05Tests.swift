import Doorway
import Foundation
import Grading
import Tensors
import Testing

@testable import Checks

/// Every number of the handout of exercise 05, computed once more by the reference.
@Suite("The numbers in the handout of exercise 05")
struct Handout05Tests {
  private let handout: Handout

  init() throws { handout = try Handout("05") }

  private func number(_ x: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", x) }

  @Test("The slopes of the chain rule are those that are measured")
  func chainRule() {
    func loss(_ x: Double) -> Double { 3 * x * (x * x) }
    handout.expect("L = y · z   = \(Int(loss(2)))")
    handout.expect("4 · 3 + 6 · 4  =  36")
    handout.expect("(L(2.01) - L(1.99)) / 0.02  =  \(number((loss(2.01) - loss(1.99)) / 0.02, 4)) ")
    handout.expect("(L(2.01) - L(2.00)) / 0.01  =  \(number((loss(2.01) - loss(2)) / 0.01, 4)) ")
  }

  @Test("The layer that is worked out has the gradient that its differences have")
  func square() {
    func loss(_ x: Tensor) -> Double { (Tensor([3, -1]) * (x * x)).sum() }
    func slopes(_ h: Double) -> [Double] {
      (0..<2).map { i in
        var (right, left) = (Tensor([1, -2]), Tensor([1, -2]))
        right[i] += h
        left[i] -= h
        return (loss(right) - loss(left)) / (2 * h)
      }
    }
    handout.expect("gradient at x   = [3 · 2, -1 · -4]  =  [6, 4]")
    let coarse = slopes(0.1).map { number($0, 0) }
    handout.expect("3 · ( 1.21 - 0.81) / 0.2  =  \(coarse[0])\n")
    handout.expect("-1 · ( 3.61 - 4.41) / 0.2  =  \(coarse[1])\n")
    let fine = slopes(1e-5).map { "\($0)" }
    handout.expect("// \(fine[0].prefix(13))…, \(fine[1].prefix(13))…")
  }

  @Test("Softmax, loss and its two-class case come out as they say")
  func crossEntropy() throws {
    func answer(_ logits: [Double], _ label: Int) throws -> (loss: Double, p: [Double]) {
      let batch = LabeledLogits(Tensor([logits]), labels: [label])
      let trace = try handout.ask(
        .crossEntropy, LayerRun([batch], waysBack: [WayBack(0, upstream: [])]))
      let one = Tensor(oneHot: [label], count: logits.count)
      return (trace.outputs[0], (trace.gradients[0] + one).scalars)
    }
    let three = try answer([2, 1, 0], 0)
    handout.expect(
      "z = [2, 1, 0] gives p = [\(three.p.map { number($0, 3) }.joined(separator: ", "))]")
    handout.expect("-log \(number(three.p[0], 3)) = \(number(three.loss, 3)).")
    #expect(try abs(answer([1002, 1001, 1000], 0).loss - three.loss) < 1e-12)

    let two = try answer([0.5, 2], 1)
    let sigmoid = try handout.ask(.sigmoid, LayerRun([Tensor([1.5])])).outputs[0].scalar
    #expect(abs(two.p[1] - sigmoid) < 1e-12)
    handout.expect(
      "z = [0.5, 2] and label 1, s is 1.5, p₁ is \(number(sigmoid, 3)), and the loss is")
    handout.expect("the loss is \(number(two.loss, 3)) either way")
    #expect(abs(two.loss + log(sigmoid)) < 1e-12)
  }

  @Test("The velocities of the example are the optimizer's")
  func velocities() throws {
    let step = OptimizerStep(
      settings: Descent(learningRate: 0.1, momentum: 0.9), gradients: [Tensor([1])])
    let course = OptimizerCourse(parameters: [Tensor([0])], steps: [step, step, step])
    let places = try handout.ask(.momentum, OptimizerRun([course])).courses[0].map {
      $0.parameters[0][0]
    }
    let velocities = zip(places, [0] + places).map(-).map { "\(($0 * 1e6).rounded() / 1e6)" }
    handout.expect("v = \(velocities.joined(separator: ",  ")),  …")
  }

  @Test("The network for CIFAR-10 has so many parameters")
  func parameters() {
    let sizes = [3072, 256, 10]
    let count = zip(sizes, sizes.dropFirst()).map { ($0 + 1) * $1 }.reduce(0, +)
    handout.expect("10 outputs: \(count / 1000),\(String(format: "%03d", count % 1000)) parameters")
  }

  @Test("The accuracies on the synthetic images are those of the reference")
  func accuracies() throws {
    let data = try TrainingData.synthetic(seed: Catalogue.publicSeed)
    let training = Training05()
    let run = Training(
      on: try data.source, training.settings(for: data, seed: Catalogue.publicSeed))
    _ = try handout.ask(training.trains, run)
    let accuracy = try handout.subject.accuracy(
      on: try data.test(), by: training.predicts, limits: .training)
    handout.expect("and \(try data.test().count) for testing")
    handout.expect("reaches \(number(100 * accuracy, 0)) %")
    handout.expect("in place of \(number(100 * accuracy, 1)) %")
    handout.expect("The check asks for **\(number(100 * training.threshold(on: data), 0)) %**")
  }
}
