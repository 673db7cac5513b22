import Foundation

public struct WarmupSchedule: Sendable, Equatable {
  public var width: Int
  public var warmup: Int
  public var factor: Double

  public init(width: Int, warmup: Int, factor: Double = 1) {
    self.width = width
    self.warmup = warmup
    self.factor = factor
  }

  public func learningRate(at step: Int) -> Double {
    let s = Double(step)
    let growing = s / (Double(warmup) * sqrt(Double(warmup)))
    let falling = 1 / sqrt(s)
    return factor / sqrt(Double(width)) * (growing < falling ? growing : falling)
  }
}
