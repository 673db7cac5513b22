import Foundation
import Tensors

/// The learning rate of the paper: it grows by equal steps, then falls with the root of the step.
///
///     rate(step) = factor · D^(-1/2) · min(step^(-1/2), step · W^(-3/2))
///
/// Steps are counted from 1. Up to step W = `warmup` the second term is the smaller one.
public struct WarmupSchedule: Sendable, Equatable {
  /// D, the width of the network.
  public var width: Int
  public var warmup: Int
  public var factor: Double

  public init(width: Int, warmup: Int, factor: Double = 1) {
    self.width = width
    self.warmup = warmup
    self.factor = factor
  }

  /// Returns the learning rate of a step; the first is 1.
  public func learningRate(at step: Int) -> Double {
    // TODO: 12.21  Powers of Doubles, not of integers.
    unfinished("12.21")
  }
}
