import Exercise05
import Exercise06
import Tensors

/// Your network for keypoints: what it is, and how it is trained. All that can be chosen is chosen here.
///
/// Who asks what of it, and when, is in `TrainedKeypointNet.swift`.
public struct MyKeypointNet: Sendable {
  /// The highest learning rate.
  public var learningRate: Double
  public var batchSize: Int
  public var epochs: Int

  public init() {
    // TODO: 9.27  Which values make the error small in a few seconds?
    unfinished("9.27")
  }

  /// Returns the network before its training: from images `image` (`[C, H, W]`) to `outputs` coordinates
  /// each.
  public func network(
    image: [Int], outputs: Int, using generator: inout SeededGenerator
  ) -> Chain {
    // TODO: 9.28  Convolutions and pools, then an affine layer. What may not stand behind it?
    unfinished("9.28")
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // TODO: 9.29  As in 6.39, or plainer.
    unfinished("9.29")
  }
}
