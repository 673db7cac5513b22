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
    return (Tensor(joining: sums).channelsFirst + bias.reshaped(to: [-1, 1, 1]), [padded])
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
    let dx = images.indices.map { g in
      // [C / G, KH, KW, N, O, P]
      let patches = filters[g].tensordot(slopes[g], along: [0], and: [0])
      var padded = Tensor(zerosLike: images[g])
      padded.add(
        patches.transposed(permuting: [0, 3, 4, 5, 1, 2]), toWindowsOf: size,
        stride: window.stride, dilation: window.dilation)
      return padded
    }
    let q = window.padding
    return (
      x: Tensor(joining: dx).channelsFirst.cropped(by: [0, 0, q, q]),
      parameters: [Tensor(joining: dw), upstream.sum(along: 3).sum(along: 2).sum(along: 0)]
    )
    // end
  }
}
