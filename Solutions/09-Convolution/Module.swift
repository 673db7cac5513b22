import Tensors

/// A part of a network, with parameters or without: a layer, or layers put together.
///
/// Read it; there is nothing to write here.
public protocol Module: Sendable {
  /// What an optimizer moves, in an order of its own; empty where there is nothing to learn.
  var parameters: [Tensor] { get set }

  /// What is not learnt by gradients, and what the output depends on all the same: the running statistics
  /// of batch normalisation. Empty for whoever has none.
  var statistics: [Tensor] { get set }

  /// Returns the output, and in `cache` whatever `backward` will need.
  ///
  /// - Parameter training: Whether the network is being trained. A layer may do otherwise then, and may
  ///   take notes: that is why it is `mutating`.
  mutating func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache)

  /// Returns the gradients of the loss at the input and at each of `parameters`, given `upstream`, its
  /// gradient at the output.
  func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor])
}

extension Module {
  public var statistics: [Tensor] {
    get { [] }
    set {}
  }
}
