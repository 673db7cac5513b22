import Tensors

/// The mean squared error.
///
///     loss = 1/(N·M) · Σ (output - target)²
///
/// | name      | shape    | meaning                           |
/// | --------- | -------- | --------------------------------- |
/// | `outputs` | `[N, M]` | what was predicted                |
/// | `targets` | `[N, M]` | what is right                     |
/// | `loss`    | a number | the mean over all N · M entries   |
public struct MSE: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let e = outputs - targets
    let s = e.withEntries { p in
      var s = 0.0
      for i in p.indices { s += p[i] * p[i] }
      return s
    }
    return (s / Double(e.count), e)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var g = cache
    let k = 2.0 / Double(cache.count)
    g.mutateEntries { p in
      for i in p.indices { p[i] *= k }
    }
    return g
  }
}
