import Tensors

/// A step between a stored image and what a network sees.
///
/// Read it; there is nothing to write here.
public protocol Transform: Sendable {
  /// Returns what becomes of `image`. Whatever is left to chance is drawn from `generator`, and a
  /// step that has no chance in it, such as `Negative`, does not touch it.
  func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor
}

/// Turns the colours round: 0 becomes `largest`, and `largest` becomes 0. An example.
public struct Negative: Transform {
  public var largest: Double

  public init(largest: Double) {
    self.largest = largest
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    largest - image
  }
}
