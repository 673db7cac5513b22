import Tensors

extension Conv2D {
  /// A convolution as it begins: weights drawn from the normal distribution with mean 0 and the deviation
  /// of He, √(2 / inputs), and a bias of 0. `inputs` is how many entries one output is summed from.
  public init(
    from channels: Int, to filters: Int, _ window: Window, groups: Int = 1,
    using generator: inout some RandomNumberGenerator
  ) {
    // begin 9.20: How many channels does a filter see when there are groups?
    let shape = [filters, channels / groups, window.height, window.width]
    let inputs = Double(shape.dropFirst().reduce(1, *))
    self.init(
      weights: (2 / inputs).squareRoot() * Tensor(normal: shape, using: &generator),
      bias: Tensor(zeros: [filters]), window: window, groups: groups)
    // end
  }
}

/// The network of handwritten digits, as it is drawn today.
///
///     conv 5 × 5, 6 filters → ReLU → max 2 × 2 → conv 5 × 5, 16 filters → ReLU → max 2 × 2
///       → affine 120 → ReLU → affine 84 → ReLU → affine `classes`
///
/// The strides are 1 in convolutions and 2 in pools. Where the image is 28 × 28, the first convolution has
/// a padding of 2; elsewhere, and in the second, there is none.
///
/// | name    | shape       | meaning                             |
/// | ------- | ----------- | ----------------------------------- |
/// | `image` | `[C, H, W]` | of one image: `[1, 28, 28]`, `[3, 32, 32]` or any other that is large enough |
/// | output  | `[N, classes]` | the logits                        |
///
/// After Yann LeCun and others, "Gradient-based learning applied to document recognition", 1998.
public func leNet(
  image: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 9.21: places(rows:columns:) knows how many entries the first affine layer sees.
  let first = Window(5, 5, padding: image[1] == 28 && image[2] == 28 ? 2 : 0)
  let (second, pool) = (Window(5, 5), Window(2, 2, stride: 2))
  var (rows, columns) = (image[1], image[2])
  for window in [first, pool, second, pool] {
    (rows, columns) = window.places(rows: rows, columns: columns)
  }
  return Chain([
    Conv2D(from: image[0], to: 6, first, using: &generator), Activation(), MaxPool2D(window: pool),
    Conv2D(from: 6, to: 16, second, using: &generator), Activation(), MaxPool2D(window: pool),
    Dense(inputs: 16 * rows * columns, outputs: 120, using: &generator), Activation(),
    Dense(inputs: 120, outputs: 84, using: &generator), Activation(),
    Dense(inputs: 84, outputs: classes, using: &generator),
  ])
  // end
}

/// A residual block, and the ReLU behind it.
///
///     main:      conv 3 × 3 → batch norm → ReLU → conv 3 × 3 → batch norm
///     shortcut:  nothing, where `channels` is `filters` and `stride` is 1;
///                elsewhere conv 1 × 1 → batch norm
///
/// The convolutions of 3 × 3 have a padding of 1. The first of them and that of 1 × 1 have the stride
/// `stride`; from there on there are `filters` channels.
public func residualBlock(
  from channels: Int, to filters: Int, stride: Int,
  using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 9.22: Two chains, a Residual of them, and a chain of that and the activation.
  let main = Chain([
    Conv2D(
      from: channels, to: filters, Window(3, 3, stride: stride, padding: 1), using: &generator),
    SpatialBatchNorm(channels: filters), Activation(),
    Conv2D(from: filters, to: filters, Window(3, 3, padding: 1), using: &generator),
    SpatialBatchNorm(channels: filters),
  ])
  var shortcut = Chain([])
  if channels != filters || stride != 1 {
    shortcut.modules = [
      Conv2D(from: channels, to: filters, Window(1, 1, stride: stride), using: &generator),
      SpatialBatchNorm(channels: filters),
    ]
  }
  return Chain([Residual(main: main, shortcut: shortcut), Activation()])
  // end
}

/// A small residual network.
///
///     conv 3 × 3 → batch norm → ReLU → a block for each of `widths` → mean of each channel → affine
///
/// The first convolution has a padding of 1 and `widths[0]` filters, and block i has `widths[i]`. The first
/// block has stride 1, all others 2. The mean is an average pooling over all that is left of the image.
public func residualNet(
  image: [Int], widths: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 9.23: How large is the image behind the last block?
  var modules: [any Module] = [
    Conv2D(from: image[0], to: widths[0], Window(3, 3, padding: 1), using: &generator),
    SpatialBatchNorm(channels: widths[0]), Activation(),
  ]
  var (channels, rows, columns) = (widths[0], image[1], image[2])
  for (i, filters) in widths.enumerated() {
    let stride = i == 0 ? 1 : 2
    modules.append(residualBlock(from: channels, to: filters, stride: stride, using: &generator))
    (rows, columns) = Window(3, 3, stride: stride, padding: 1).places(rows: rows, columns: columns)
    channels = filters
  }
  modules.append(AveragePool2D(window: Window(rows, columns)))
  modules.append(Dense(inputs: channels, outputs: classes, using: &generator))
  return Chain(modules)
  // end
}
