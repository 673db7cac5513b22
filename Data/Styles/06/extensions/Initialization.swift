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
    switch self {
    case .constant(let value): .init(repeating: value, shape: [inputs, outputs])
    case .normal(let deviation): deviation * .normal(inputs, outputs, &generator)
    case .xavier:
      (2.0 / Double(inputs + outputs)).squareRoot() * .normal(inputs, outputs, &generator)
    case .he: (2.0 / Double(inputs)).squareRoot() * .normal(inputs, outputs, &generator)
    }
  }
}

extension Tensor {
  fileprivate static func normal(
    _ inputs: Int, _ outputs: Int, _ generator: inout some RandomNumberGenerator
  ) -> Tensor {
    Tensor(normal: [inputs, outputs], using: &generator)
  }
}
