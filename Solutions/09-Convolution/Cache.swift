import Tensors

/// What a module keeps for its way back: tensors of its own, and the caches of its parts.
///
/// `[x, y]` is one with two tensors, and `cache[0]` the first of them. There is nothing to write here.
public struct Cache: Sendable, ExpressibleByArrayLiteral {
  public var tensors: [Tensor]
  public var parts: [Cache]

  public init(_ tensors: [Tensor], parts: [Cache] = []) {
    self.tensors = tensors
    self.parts = parts
  }

  public init(parts: [Cache]) {
    self.init([], parts: parts)
  }

  // It is what Cache() means as well, as long as no other takes nothing.
  public init(arrayLiteral tensors: Tensor...) {
    self.init(tensors)
  }

  public subscript(i: Int) -> Tensor { tensors[i] }
}
