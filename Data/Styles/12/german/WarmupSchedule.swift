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
    let breite = 1 / Double(width).squareRoot()
    if step >= warmup { return factor * breite / Double(step).squareRoot() }
    let gipfel = 1 / Double(warmup).squareRoot()
    return factor * breite * gipfel * Double(step) / Double(warmup)
  }
}
