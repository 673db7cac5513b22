import Exercise05
import Tensors

/// An optimizer whose rate follows a schedule, and whose gradients are clipped first.
///
/// Update t has the rate of the schedule at t; the first is 1. Gradients longer than `maximumNorm` all
/// together are shortened to it. An update whose gradients have a norm that is infinite or NaN moves
/// nothing and is not shown to the optimizer, but it is counted.
public struct Scheduled: Optimizer {
  public var optimizer: any RatedOptimizer
  public var schedule: Schedule
  public var maximumNorm: Double

  /// How many updates there have been.
  public private(set) var updates = 0

  public init(
    _ optimizer: any RatedOptimizer, schedule: Schedule, maximumNorm: Double = .infinity
  ) {
    self.optimizer = optimizer
    self.schedule = schedule
    self.maximumNorm = maximumNorm
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // TODO: 6.21  When does the count go up: before the rate is asked for, or after?
    unfinished("6.21")
  }
}
