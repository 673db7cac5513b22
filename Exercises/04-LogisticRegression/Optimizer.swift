import Tensors

/// A rule that moves weights, given their gradient.
///
/// Read it; there is nothing to write here.
public protocol Optimizer: Sendable {
  /// Moves `weights` `[D + 1, M]` one step. `gradient` has their shape.
  mutating func update(_ weights: inout Tensor, along gradient: Tensor)
}
