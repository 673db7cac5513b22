import Exercise09
import Tensors

public func contextModule(
  channels: Int, dilations: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  Chain(
    dilations.flatMap { d -> [any Module] in
      [
        Conv2D(
          from: channels, to: channels, Window(3, 3, padding: d, dilation: d), using: &generator),
        Activation(),
      ]
    })
}

public func uLevel(
  from channels: Int, widths: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  let filters = widths[0]
  func step(from channels: Int) -> [any Module] {
    [
      Conv2D(from: channels, to: filters, Window(3, 3, padding: 1), using: &generator),
      SpatialBatchNorm(channels: filters), Activation(),
    ]
  }
  var modules = step(from: channels)
  if widths.count > 1 {
    let half = Window(2, 2, stride: 2)
    let below = uLevel(from: filters, widths: Array(widths.dropFirst()), using: &generator)
    let up = ConvTranspose2D(from: widths[1], to: filters, half, using: &generator)
    modules.append(Skip(inner: Chain([MaxPool2D(window: half)] + below.modules + [up])))
    modules += step(from: 2 * filters)
  }
  return Chain(modules)
}

public func uNet(
  image: [Int], widths: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  Chain(
    uLevel(from: image[0], widths: widths, using: &generator).modules + [
      Conv2D(from: widths[0], to: classes, Window(1, 1), using: &generator)
    ])
}
