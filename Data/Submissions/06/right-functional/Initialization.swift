import Foundation
import Tensors

/// With which weights a layer begins.
public enum Initialization: Sendable, Equatable {
  /// All the same.
  case constant(Double)

  /// Normally distributed, with mean 0 and this deviation.
  case normal(deviation: Double)

  /// Normally distributed, with mean 0 and deviation √(2 / (inputs + outputs)).
  ///
  /// After Xavier Glorot and Yoshua Bengio, 2010.
  case xavier

  /// Normally distributed, with mean 0 and deviation √(2 / inputs).
  ///
  /// After Kaiming He and others, 2015.
  case he

  /// Returns weights `[inputs, outputs]` for a layer.
  public func weights(
    inputs: Int, outputs: Int, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    let draw: (Double) -> Tensor = { $0 * Tensor(repeating: 1, shape: [inputs, outputs]) }
    switch self {
    case .constant(let value): return draw(value)
    case .normal(let s): return s * Tensor(normal: [inputs, outputs], using: &generator)
    case .xavier:
      return Tensor(normal: [inputs, outputs], using: &generator)
        * (2 / Double(inputs + outputs)).squareRoot()
    case .he:
      return Tensor(normal: [inputs, outputs], using: &generator)
        / (Double(inputs) / 2).squareRoot()
    }
  }
}
