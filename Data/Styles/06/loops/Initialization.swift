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
    var weights = Tensor(zeros: [inputs, outputs])
    for i in 0..<inputs {
      for j in 0..<outputs {
        switch self {
        case .constant(let c): weights[i, j] = c
        case .normal(let s): weights[i, j] = s * gauss(&generator)
        case .xavier: weights[i, j] = gauss(&generator) * sqrt(2.0 / Double(inputs + outputs))
        case .he: weights[i, j] = gauss(&generator) * sqrt(2.0 / Double(inputs))
        }
      }
    }
    return weights
  }
}

/// Box and Muller's.
private func gauss(_ generator: inout some RandomNumberGenerator) -> Double {
  let u = 1 - Double.random(in: 0..<1, using: &generator)
  let v = Double.random(in: 0..<1, using: &generator)
  return sqrt(-2 * log(u)) * cos(2 * .pi * v)
}
