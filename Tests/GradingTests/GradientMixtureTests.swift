import Tensors
import Testing

@testable import Grading

@Suite("Which samples a step was made on")
struct GradientMixtureTests {
  private let gradients: [[Double]]

  init() {
    var generator = SeededGenerator(seed: 3)
    gradients = (0..<6).map { _ in Tensor(normal: [40], using: &generator).scalars }
  }

  private func mean(_ samples: [Int], times scale: Double = 1) -> [Double] {
    (0..<40).map { entry in
      scale * samples.reduce(0) { $0 + gradients[$1][entry] } / Double(samples.count)
    }
  }

  @Test(
    "It is read off their gradient, be it their mean or their sum",
    arguments: [[0], [3, 5], [0, 1, 2, 3, 4, 5], [1, 1, 4]])
  func samplesAreFound(samples: [Int]) throws {
    let mixture = try #require(GradientMixture(of: gradients))
    #expect(mixture.batch(behind: mean(samples)) == samples)
    #expect(mixture.batch(behind: mean(samples, times: Double(samples.count))) == samples)
  }

  @Test("What is no mixture of them is none, nor what weighs them as no batch does")
  func othersAreNot() throws {
    let mixture = try #require(GradientMixture(of: gradients))
    var other = mean([1, 2])
    other[7] += 0.1
    #expect(mixture.batch(behind: other) == nil)
    #expect(mixture.batch(behind: mean([1, 2]).map { -$0 }) == nil)
    #expect(mixture.batch(behind: [Double](repeating: 0, count: 40)) == nil)
    #expect(mixture.batch(behind: [.nan] + other.dropFirst()) == nil)
    #expect(mixture.batch(behind: [1, 2]) == nil)
    let weighed = zip(mean([1]), mean([2])).map { 0.3 * $0 + 0.7 * $1 }
    #expect(mixture.batch(behind: weighed) == nil)
  }

  @Test("Samples whose gradients depend on each other cannot be told apart")
  func dependentGradients() {
    #expect(GradientMixture(of: gradients + [gradients[0].map { 2 * $0 }]) == nil)
    #expect(GradientMixture(of: [[0, 0], [1, 0]]) == nil)
  }
}
