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
    // begin 10.23: Begin small: a training that takes five seconds can be tried often.
    learningRate = 0.01
    batchSize = 16
    epochs = 10
    // end
  }

  /// Returns the network before its training: from images `image` (`[C, H, W]`) to the logits of
  /// `classes` classes at every pixel.
  public func network(
    image: [Int], classes: Int, using generator: inout SeededGenerator
  ) -> Chain {
    // begin 10.24: One line, with what you have written; or something of your own.
    uNet(image: image, widths: [12, 24, 48], classes: classes, using: &generator)
    // end
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // begin 10.25: As in 9.29 and 9.32.
    let warmup = updates / 10
    return Scheduled(
      AdamW(learningRate: learningRate),
      schedule: Schedule(
        peak: learningRate, warmup: warmup, decay: .cosine(length: updates - warmup, floor: 0)))
    // end
  }
}
