import Tensors

extension Conv2D {
  /// A convolution as it begins: weights drawn from the normal distribution with mean 0 and the deviation
  /// of He, √(2 / inputs), and a bias of 0. `inputs` is how many entries one output is summed from.
  public init(
    from channels: Int, to filters: Int, _ window: Window, groups: Int = 1,
    using generator: inout some RandomNumberGenerator
  ) {
    // TODO: 9.20  How many channels does a filter see when there are groups?
    unfinished("9.20")
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
  // TODO: 9.21  places(rows:columns:) knows how many entries the first affine layer sees.
  unfinished("9.21")
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
  // TODO: 9.22  Two chains, a Residual of them, and a chain of that and the activation.
  unfinished("9.22")
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
  // TODO: 9.23  How large is the image behind the last block?
  unfinished("9.23")
}
