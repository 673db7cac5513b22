import Tensors

/// Two ways from the input to the output, and their sum: the network has only to learn what is to be
/// added to its input.
///
///     y = main(x) + shortcut(x)
///
/// After Kaiming He and others, "Deep residual learning for image recognition", 2016.
public struct Residual: Module {
  public var main: Chain

  /// A chain of no modules leaves x as it is.
  public var shortcut: Chain

  public init(main: Chain, shortcut: Chain = Chain([])) {
    self.main = main
    self.shortcut = shortcut
  }

  /// Those of `main`, then those of `shortcut`.
  public var parameters: [Tensor] {
    get { main.parameters + shortcut.parameters }
    set {
      let count = main.parameters.count
      main.parameters = Array(newValue.prefix(count))
      shortcut.parameters = Array(newValue.dropFirst(count))
    }
  }

  public var statistics: [Tensor] {
    get { main.statistics + shortcut.statistics }
    set {
      let count = main.statistics.count
      main.statistics = Array(newValue.prefix(count))
      shortcut.statistics = Array(newValue.dropFirst(count))
    }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public mutating func forward(
    _ x: Tensor, training: Bool
  ) -> (output: Tensor, cache: Cache) {
    // begin 9.18: Cache(parts:) keeps two caches.
    let (change, mainCache) = main.forward(x, training: training)
    let (kept, shortcutCache) = shortcut.forward(x, training: training)
    return (change + kept, Cache(parts: [mainCache, shortcutCache]))
    // end
  }

  /// Returns the gradients of the loss at `x`, and at each of `parameters`, in their order.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.19: x has moved y on two ways.
    let change = main.backward(upstream, cache: cache.parts[0])
    let kept = shortcut.backward(upstream, cache: cache.parts[1])
    return (change.x + kept.x, change.parameters + kept.parameters)
    // end
  }
}
