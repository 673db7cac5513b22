import Tensors

/// The convolution of `NaiveConv2D`, without a loop over entries: what is to be added up is a product of
/// matrices, and those are quick.
///
/// Inputs, parameters, outputs and gradients are the same. It has to take less than a quarter of the
/// time.
public struct Conv2D: Module {
  public var weights: Tensor
  public var bias: Tensor
  public var window: Window
  public var groups: Int

  public init(weights: Tensor, bias: Tensor, window: Window, groups: Int = 1) {
    self.weights = weights
    self.bias = bias
    self.window = window
    self.groups = groups
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // begin 9.5: Which axes of the windows are summed away, and with which axes of the weights?
    let padded = x.padded(by: [0, 0, window.padding, window.padding])
    let images = padded.channelsFirst.parted(groups)  // [C / G, N, H, W] each
    let filters = weights.parted(groups)  // [F / G, C / G, KH, KW] each
    let size = [window.height, window.width]
    let sums = zip(filters, images).map { filters, images in
      filters.tensordot(
        images.windows(of: size, stride: window.stride, dilation: window.dilation),
        along: [1, 2, 3], and: [0, 4, 5])  // [F / G, N, O, P]
    }
    // Added before the axes are exchanged: in the memory of the sums, which nobody else has.
    let y = Tensor(joining: sums) + bias.reshaped(to: [-1, 1, 1, 1])  // [F, N, O, P]
    return (y.channelsFirst, [padded])
    // end
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.6: Each of the two factors of a product has the other one in its gradient.
    let images = cache[0].channelsFirst.parted(groups)
    let slopes = upstream.channelsFirst.parted(groups)  // [F / G, N, O, P] each
    let filters = weights.parted(groups)
    let size = [window.height, window.width]
    let dw = zip(slopes, images).map { slopes, images in
      slopes.tensordot(
        images.windows(of: size, stride: window.stride, dilation: window.dilation),
        along: [1, 2, 3], and: [1, 2, 3])
    }
    let q = window.padding
    let margins = size.map { window.dilation * ($0 - 1) - q }
    let dx = images.indices.map { g in
      if window.stride == 1 && margins.allSatisfy({ $0 >= 0 }) {
        // A convolution too, of upstream with the kernels turned round, and quicker than what follows.
        return filters[g].flipped(along: [2, 3]).tensordot(
          slopes[g].padded(by: [0, 0] + margins).windows(of: size, dilation: window.dilation),
          along: [0, 2, 3], and: [0, 4, 5])  // [C / G, N, H, W]
      }
      // [C / G, KH, KW, N, O, P]
      let patches = filters[g].tensordot(slopes[g], along: [0], and: [0])
      var padded = Tensor(zerosLike: images[g])
      padded.add(
        patches.transposed(permuting: [0, 3, 4, 5, 1, 2]), toWindowsOf: size,
        stride: window.stride, dilation: window.dilation)
      return padded.cropped(by: [0, 0, q, q])
    }
    let db = upstream.channelsFirst.reshaped(to: [bias.count, -1]).sum(along: 1)
    return (Tensor(joining: dx).channelsFirst, [Tensor(joining: dw), db])
    // end
  }
}
