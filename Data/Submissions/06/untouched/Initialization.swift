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
    // TODO: 6.7  One switch for four cases. Three of them are the same but for a number.
    unfinished("6.7")
  }
}
