import Exercise09
import Tensors

public func contextModule(
  channels: Int, dilations: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  var context = Chain([])
  for d in dilations {
    context.modules.append(
      Conv2D(
        from: channels, to: channels, Window(3, 3, stride: 1, padding: 1 * d, dilation: d),
        using: &generator))
    context.modules.append(Activation())
  }
  return context
}

public func uLevel(
  from channels: Int, widths: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  // From the lowest level upwards, without calling itself.
  let levels = widths.count
  var inside: [any Module] = []
  for level in (0..<levels).reversed() {
    let (before, filters) = (level == 0 ? channels : widths[level - 1], widths[level])
    var modules: [any Module] = [
      Conv2D(from: before, to: filters, Window(3, 3, padding: 1), using: &generator),
      SpatialBatchNorm(channels: filters), Activation(),
    ]
    if level < levels - 1 {
      modules.append(Skip(inner: Chain(inside)))
      modules.append(
        Conv2D(from: 2 * filters, to: filters, Window(3, 3, padding: 1), using: &generator))
      modules.append(SpatialBatchNorm(channels: filters))
      modules.append(Activation())
    }
    inside = modules
    if level > 0 {
      let half = Window(2, 2, stride: 2)
      inside.insert(MaxPool2D(window: half), at: 0)
      inside.append(ConvTranspose2D(from: filters, to: before, half, using: &generator))
    }
  }
  return Chain(inside)
}

public func uNet(
  image: [Int], widths: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  let level = uLevel(from: image[0], widths: widths, using: &generator)
  let last = Conv2D(from: widths[0], to: classes, Window(1, 1), using: &generator)
  return Chain([level, last])
}
