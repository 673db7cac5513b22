import Foundation
import Tensors

/// A learning rate for each update: first it grows, then it falls.
///
/// Updates are counted from 1, and so is `update` below. With W = `warmup`:
///
///     update ≤ W:    rate = peak · update / (W + 1)
///     update > W:    rate = peak · share(s)              s = update - W - 1
///
/// Update W + 1 is the first with the whole rate: there s is 0.
public struct Schedule: Sendable, Equatable {
  public var peak: Double
  public var warmup: Int
  public var decay: Decay

  /// What is left of the rate, s updates after the peak.
  public enum Decay: Sendable, Equatable {
    /// All of it.
    case none

    /// share(s) = factor^⌊s / period⌋
    case steps(period: Int, factor: Double)

    /// share(s) = factorˢ
    case exponential(factor: Double)

    /// share(s) = floor + (1 - floor) · (1 + cos(π · s / length)) / 2, and from s = `length` on `floor`
    case cosine(length: Int, floor: Double)

    /// Returns what is left of the rate, `s` updates after the peak; at 0 all.
    public func share(after s: Int) -> Double {
      let factors: [Double] =
        switch self {
        case .none: []
        case .steps(let period, let factor): Array(repeating: factor, count: s / period)
        case .exponential(let factor): Array(repeating: factor, count: s)
        case .cosine(let length, let floor):
          [
            s < length
              ? floor + (1 - floor) * pow(cos(.pi / 2 * Double(s) / Double(length)), 2) : floor
          ]
        }
      return factors.reduce(1, *)
    }
  }

  public init(peak: Double, warmup: Int = 0, decay: Decay = .none) {
    self.peak = peak
    self.warmup = warmup
    self.decay = decay
  }

  /// Returns the learning rate of an update; the first is 1.
  public func learningRate(at update: Int) -> Double {
    let growth = min(1, Double(update) / Double(warmup + 1))
    return peak * growth * decay.share(after: max(0, update - warmup - 1))
  }
}
