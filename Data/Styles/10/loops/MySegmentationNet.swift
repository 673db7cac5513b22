import Exercise05
import Exercise06
import Exercise09
import Tensors

public struct MySegmentationNet: Sendable {
  public var learningRate: Double
  public var batchSize: Int
  public var epochs: Int

  public init() {
    learningRate = 0.005
    batchSize = 20
    epochs = 10
  }

  public func network(
    image: [Int], classes: Int, using generator: inout SeededGenerator
  ) -> Chain {
    let width = 24
    let first = Conv2D(from: image[0], to: width, Window(3, 3, padding: 1), using: &generator)
    let context = contextModule(channels: width, dilations: [1, 2, 4, 8, 1], using: &generator)
    let last = Conv2D(from: width, to: classes, Window(1, 1), using: &generator)
    return Chain([first, SpatialBatchNorm(channels: width), Activation(), context, last])
  }

  public func optimizer(updates: Int) -> any Optimizer {
    Adam(learningRate: learningRate)
  }
}
