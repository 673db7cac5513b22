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
    hidden = [512]
    learningRate = 0.001
    weightDecay = 0.05
    batchSize = 128
    epochs = 12
  }

  /// Where a random search looks for settings. Who sees a name in `init(drawn:)` knows what it stands for.
  public static var ranges: [(name: String, range: SearchRange)] {
    [
      ("hidden", .item([128, 256, 512, 768])), ("learning rate", .log(1e-4...1e-2)),
      ("weight decay", .log(1e-3...1)), ("batch", .item([64, 128, 256])),
    ]
  }

  /// The network with what a search has drawn.
  public init(drawn settings: Settings) {
    self.init()
    hidden = [Int(settings["hidden"] ?? 512)]
    learningRate = settings["learning rate"] ?? learningRate
    weightDecay = settings["weight decay"] ?? weightDecay
    batchSize = Int(settings["batch"] ?? 128)
  }

  /// Returns the network before its training. An image has `inputs` numbers.
  public func network(
    inputs: Int, classes: Int, using generator: inout SeededGenerator
  ) -> ClassificationNet {
    let sizes = [inputs] + hidden + [classes]
    let layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      Affine(
        weights: Initialization.he.weights(inputs: inputs, outputs: outputs, using: &generator),
        bias: Tensor(zeros: [outputs]))
    }
    return ClassificationNet(layers: layers)
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    let warmup = updates / 20
    return Scheduled(
      AdamW(learningRate: learningRate, weightDecay: weightDecay),
      schedule: Schedule(
        peak: learningRate, warmup: warmup, decay: .cosine(length: updates - warmup, floor: 0)))
  }

  /// Returns a batch of training images `[N, channels, height, width]` as the network is to see it this
  /// time. The images that it is tested on stay as they are.
  public func varied(_ images: Tensor, using generator: inout SeededGenerator) -> Tensor {
    Bool.random(using: &generator) ? images.flipped(along: [3]) : images
  }
}
