import Exercise05
import Tensors

/// Your network: what it is, and how it is trained. All that can be chosen is chosen here, and what counts
/// is how many images it recognises that it has never seen.
///
/// Who asks what of it, and when, is in `TrainedNetwork.swift`.
public struct MyNetwork: Sendable {
  /// The number of units in each hidden layer, from the first to the last.
  public var hidden: [Int]

  /// The highest learning rate.
  public var learningRate: Double
  public var weightDecay: Double
  public var batchSize: Int
  public var epochs: Int

  /// The network that is graded.
  public init() {
    // TODO: 6.35  Which values did your search find? Begin with some that exercise 05 made do with.
    unfinished("6.35")
  }

  /// Where a random search looks for settings. Who sees a name in `init(drawn:)` knows what it stands for.
  public static var ranges: [(name: String, range: SearchRange)] {
    // TODO: 6.36  Which settings matter by their order of magnitude, and which by their value?
    unfinished("6.36")
  }

  /// The network with what a search has drawn.
  public init(drawn settings: Settings) {
    // TODO: 6.37  What is not drawn stays as it is.
    unfinished("6.37")
  }

  /// Returns the network before its training. An image has `inputs` numbers.
  public func network(
    inputs: Int, classes: Int, using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // TODO: 6.38  Which initialization goes with the activation that you take?
    unfinished("6.38")
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // TODO: 6.39  Where should the learning rate have come to at the last update?
    unfinished("6.39")
  }

  /// Returns a batch of training images `[N, channels, height, width]` as the network is to see it this
  /// time. The images that it is tested on stay as they are.
  public func varied(_ images: Tensor, using generator: inout SeededGenerator) -> Tensor {
    // TODO: 6.40  What can be done to a picture of a frog so that it is another, and still of a frog?
    unfinished("6.40")
  }
}
