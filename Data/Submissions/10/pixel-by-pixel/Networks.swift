import Exercise09
import Tensors

/// Convolutions that see far and make nothing smaller.
///
///     conv 3 × 3 → ReLU        for each of `dilations`, with that dilation
///
/// Each has as many filters as there are channels, stride 1, and so much padding that the image keeps its
/// rows and columns.
///
/// After Fisher Yu and Vladlen Koltun, "Multi-scale context aggregation by dilated convolutions", 2016.
public func contextModule(
  channels: Int, dilations: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 10.13: How far does a window of 3 reach over the edge, when its middle is a corner pixel?
  var modules: [any Module] = []
  for dilation in dilations {
    let window = Window(3, 3, padding: dilation, dilation: dilation)
    modules += [
      Conv2D(from: channels, to: channels, window, using: &generator), Activation(),
    ]
  }
  return Chain(modules)
  // end
}

/// One level of a U-Net, and all that lie below it.
///
///     conv 3 × 3, `widths[0]` filters → batch norm → ReLU
///
/// is all where `widths` has one number. Where it has more, two steps follow:
///
///     skip around ( max 2 × 2, stride 2 → level of the other widths → transposed conv 2 × 2, stride 2 )
///       → conv 3 × 3, `widths[0]` filters → batch norm → ReLU
///
/// The transposed convolution has `widths[0]` filters. All convolutions of 3 × 3 have a padding of 1, and
/// all convolutions have a bias.
///
/// | name     | shape                 | meaning                                              |
/// | -------- | --------------------- | ---------------------------------------------------- |
/// | `widths` | L numbers             | the filters of each level, the highest first         |
/// | input    | `[N, channels, H, W]` | H and W are whole multiples of 2 to the power L - 1  |
/// | output   | `[N, widths[0], H, W]` |                                                     |
public func uLevel(
  from channels: Int, widths: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 10.14: A level calls the level below. How many channels come out of the skip?
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
  // end
}

/// A U-Net: an encoder, a decoder, and a skip connection on each level.
///
///     level of `widths` → conv 1 × 1, `classes` filters
///
/// | name    | shape                | meaning                                            |
/// | ------- | -------------------- | -------------------------------------------------- |
/// | `image` | `[C, H, W]`          | of one image                                       |
/// | output  | `[N, classes, H, W]` | the logits of every pixel                          |
///
/// After Olaf Ronneberger and others, "U-Net: convolutional networks for biomedical image segmentation",
/// 2015.
public func uNet(
  image: [Int], widths: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  // begin 10.15: Nothing stands behind the logits.
  let level = uLevel(from: image[0], widths: widths, using: &generator)
  let last = Conv2D(from: widths[0], to: classes, Window(1, 1), using: &generator)
  return Chain([level, last])
  // end
}
