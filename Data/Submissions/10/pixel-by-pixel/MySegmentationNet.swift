import Exercise05
import Exercise06
import Exercise09
import Tensors

/// Your network for scenes: what it is, and how it is trained. All that can be chosen is chosen here, and
/// what counts is how many pixels it names rightly in scenes that it has never seen.
///
/// Who asks what of it, and when, is in `TrainedSegmentationNet.swift`.
public struct MySegmentationNet: Sendable {
  /// The highest learning rate.
  public var learningRate: Double
  public var batchSize: Int
  public var epochs: Int

  public init() {
    learningRate = 0.01
    batchSize = 16
    epochs = 10
  }

  /// Returns the network before its training: from images `image` (`[C, H, W]`) to the logits of
  /// `classes` classes at every pixel.
  public func network(
    image: [Int], classes: Int, using generator: inout SeededGenerator
  ) -> Chain {
    Chain([
      Conv2D(from: image[0], to: 32, Window(1, 1), using: &generator), Activation(),
      Conv2D(from: 32, to: classes, Window(1, 1), using: &generator),
    ])
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    let warmup = updates / 10
    return Scheduled(
      AdamW(learningRate: learningRate),
      schedule: Schedule(
        peak: learningRate, warmup: warmup, decay: .cosine(length: updates - warmup, floor: 0)))
  }
}
