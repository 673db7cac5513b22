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
    // begin 9.30: Begin small: an epoch that takes half a minute can be tried often.
    widths = [16, 32, 64, 64, 64]
    learningRate = 0.005
    weightDecay = 0.05
    batchSize = 64
    epochs = 6
    // end
  }

  /// Returns the network before its training, from images `image` (`[C, H, W]`) to logits.
  public func network(
    image: [Int], classes: Int, using generator: inout SeededGenerator
  ) -> Chain {
    // begin 9.31: Where the image is large, few channels; where it is small, many.
    let (window, pool) = (Window(3, 3, padding: 1), Window(2, 2, stride: 2))
    var modules: [any Module] = []
    var (channels, rows, columns) = (image[0], image[1], image[2])
    for (i, filters) in widths.enumerated() {
      modules += [
        Conv2D(from: channels, to: filters, window, using: &generator),
        SpatialBatchNorm(channels: filters), Activation(),
      ]
      channels = filters
      if [0, 1, 3].contains(i) {
        modules.append(MaxPool2D(window: pool))
        (rows, columns) = pool.places(rows: rows, columns: columns)
      }
    }
    modules += [
      Dense(inputs: channels * rows * columns, outputs: classes, using: &generator)
    ]
    return Chain(modules)
    // end
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // begin 9.32: As in 6.39. How much of the training should the warm-up take?
    let warmup = updates / 6
    return Scheduled(
      AdamW(learningRate: learningRate, weightDecay: weightDecay),
      schedule: Schedule(
        peak: learningRate, warmup: warmup, decay: .cosine(length: updates - warmup, floor: 0)))
    // end
  }

  /// Returns a batch of training images `[N, channels, height, width]` as the network is to see it this
  /// time. The images that it is tested on stay as they are.
  public func varied(_ images: Tensor, using generator: inout SeededGenerator) -> Tensor {
    // begin 9.33: A frog, seen in a mirror or a little further to the left, is a frog.
    let reach = 3
    let seen = Bool.random(using: &generator) ? images.flipped(along: [3]) : images
    let places = seen.padded(by: [0, 0, reach, reach])
      .windows(of: [images.shape[2], images.shape[3]])  // [N, C, 7, 7, H, W]
      .transposed(permuting: [2, 3, 0, 1, 4, 5])
    return places.row(Int.random(in: 0...2 * reach, using: &generator))
      .row(Int.random(in: 0...2 * reach, using: &generator))
    // end
  }
}
