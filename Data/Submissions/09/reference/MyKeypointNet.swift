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
    // begin 9.27: Which values make the error small in a few seconds?
    learningRate = 0.002
    batchSize = 32
    epochs = 6
    // end
  }

  /// Returns the network before its training: from images `image` (`[C, H, W]`) to `outputs` coordinates
  /// each.
  public func network(
    image: [Int], outputs: Int, using generator: inout SeededGenerator
  ) -> Chain {
    // begin 9.28: Convolutions and pools, then an affine layer. What may not stand behind it?
    let (window, pool) = (Window(3, 3, padding: 1), Window(2, 2, stride: 2))
    var modules: [any Module] = []
    var (channels, rows, columns) = (image[0], image[1], image[2])
    for filters in [16, 32] {
      modules += [
        Conv2D(from: channels, to: filters, window, using: &generator),
        SpatialBatchNorm(channels: filters), Activation(), MaxPool2D(window: pool),
      ]
      (rows, columns) = pool.places(rows: rows, columns: columns)
      channels = filters
    }
    let hidden = 128
    var last = Dense(inputs: hidden, outputs: outputs, using: &generator)
    last.affine.weights *= 0.1
    modules += [
      Dense(inputs: channels * rows * columns, outputs: hidden, using: &generator),
      Activation(LeakyReLU(slope: 0.1)), last,
    ]
    return Chain(modules)
    // end
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // begin 9.29: As in 6.39, or plainer.
    Scheduled(
      AdamW(learningRate: learningRate),
      schedule: Schedule(
        peak: learningRate, warmup: updates / 20,
        decay: .cosine(length: updates - updates / 20, floor: 0)))
    // end
  }
}
