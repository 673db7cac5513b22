import Exercise05
import Exercise06
import Tensors

/// Your convolutional network: what it is, and how it is trained. All that can be chosen is chosen here,
/// and what counts is how many images it recognises that it has never seen.
///
/// Who asks what of it, and when, is in `TrainedConvNet.swift`.
public struct MyConvNet: Sendable {
  /// How many filters the convolutions have, from the first to the last.
  public var widths: [Int]

  /// The highest learning rate.
  public var learningRate: Double
  public var weightDecay: Double
  public var batchSize: Int
  public var epochs: Int

  public init() {
    // TODO: 9.30  Begin small: an epoch that takes half a minute can be tried often.
    unfinished("9.30")
  }

  /// Returns the network before its training, from images `image` (`[C, H, W]`) to logits.
  public func network(
    image: [Int], classes: Int, using generator: inout SeededGenerator
  ) -> Chain {
    // TODO: 9.31  Where the image is large, few channels; where it is small, many.
    unfinished("9.31")
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // TODO: 9.32  As in 6.39. How much of the training should the warm-up take?
    unfinished("9.32")
  }

  /// Returns a batch of training images `[N, channels, height, width]` as the network is to see it this
  /// time. The images that it is tested on stay as they are.
  public func varied(_ images: Tensor, using generator: inout SeededGenerator) -> Tensor {
    // TODO: 9.33  A frog, seen in a mirror or a little further to the left, is a frog.
    unfinished("9.33")
  }
}
