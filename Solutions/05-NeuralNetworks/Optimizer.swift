import Tensors

/// A rule that moves parameters against their gradients.
///
/// Read it; there is nothing to write here.
public protocol Optimizer: Sendable {
  /// Moves `parameters` one step. `gradients` has the same count and the same shapes, and both
  /// come in the same order at every call.
  mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor])
}
