import Tensors

/// A part of a network that has something to learn: a layer, a block of layers, the network itself.
///
/// Read it; there is nothing to write here.
public protocol Parameterized: Sendable {
  /// What an optimizer moves, in an order that never changes. Gradients come in the same order.
  var parameters: [Tensor] { get set }
}

extension Parameterized {
  /// Takes new parameters for itself from the front of `rest`, and leaves the others in it.
  mutating func take(from rest: inout ArraySlice<Tensor>) {
    let count = parameters.count
    parameters = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
  }
}
