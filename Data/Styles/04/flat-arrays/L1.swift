import Tensors

/// The mean absolute error.
///
///     loss = 1/(N·M) · Σ |output - target|
///
/// | name      | shape    | meaning                           |
/// | --------- | -------- | --------------------------------- |
/// | `outputs` | `[N, M]` | what was predicted                |
/// | `targets` | `[N, M]` | what is right                     |
/// | `loss`    | a number | the mean over all N · M entries   |
public struct L1: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let e = outputs - targets
    var s = 0.0
    for v in e.scalars { s += v < 0 ? -v : v }
    return (s / Double(e.count), e)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  ///
  /// Where an output is exactly its target, where there is no derivative, the course takes 0.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var g = cache.scalars
    let step = 1.0 / Double(g.count)
    for i in g.indices { g[i] = g[i] == 0 ? 0 : (g[i] > 0 ? step : -step) }
    return Tensor(shape: cache.shape, scalars: g)
  }
}
