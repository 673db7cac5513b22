import Datasets
import Tensors
import Testing

/// The set has to reward what the course teaches: a hidden layer. 2,000 training images and four
/// seeds; the limits leave a wide margin to what was measured.
@Suite("On the synthetic CIFAR-10")
struct SyntheticDifficultyTests {
  /// The share of 1,000 test images that a trained `network` tells right.
  func accuracy(_ network: Network, seed: UInt64, learningRate: Double, epochs: Int) -> Double {
    let training = SyntheticCIFAR10.training(count: 2_000, seed: seed)
    let test = SyntheticCIFAR10.test(count: 1_000, seed: seed)
    let statistics = training.channelStatistics()
    var network = network
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<epochs {
      let order = Array(0..<training.count).shuffled(using: &generator)
      for start in stride(from: 0, to: order.count, by: 50) {
        let batch = training.subset(Array(order[start..<start + 50]))
        let pixels = statistics.standardized(batch.pixels(in: 0..<50))
        network.step(
          pixels.reshaped(to: [50, -1]), batch.labels, learningRate: learningRate)
      }
    }
    let pixels = statistics.standardized(test.pixels(in: 0..<test.count))
    let scores = network.activations(pixels.reshaped(to: [test.count, -1])).last!
    let right = zip(scores.argmax(along: 1), test.labels).count { $0 == $1 }
    return Double(right) / Double(test.count)
  }

  /// Measured: 0.235 to 0.257.
  @Test("a linear model stays near chance", arguments: [1, 2, 3, 4] as [UInt64])
  func linear(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let network = Network(sizes: [3_072, 10], using: &generator)
    let accuracy = accuracy(network, seed: seed, learningRate: 0.0003, epochs: 8)
    #expect(accuracy < 0.35)
    #expect(accuracy > 0.12)
  }

  /// Measured: 0.775 to 0.790.
  @Test("a network with a hidden layer does well", arguments: [1, 2, 3, 4] as [UInt64])
  func hidden(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let network = Network(sizes: [3_072, 128, 10], using: &generator)
    let accuracy = accuracy(network, seed: seed, learningRate: 0.003, epochs: 6)
    #expect(accuracy > 0.6)
    #expect(accuracy < 0.95)
  }
}
