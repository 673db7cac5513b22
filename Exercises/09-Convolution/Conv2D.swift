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
    // TODO: 9.5  Which axes of the windows are summed away, and with which axes of the weights?
    unfinished("9.5")
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 9.6  Each of the two factors of a product has the other one in its gradient.
    unfinished("9.6")
  }
}
