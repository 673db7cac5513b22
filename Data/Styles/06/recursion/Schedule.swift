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
      switch self {
      case .none: return 1
      case .steps(let period, let factor):
        return s < period ? 1 : factor * share(after: s - period)
      case .exponential(let factor): return s == 0 ? 1 : factor * share(after: s - 1)
      case .cosine(let length, let floor):
        return s > length
          ? share(after: length)
          : floor + (1 - floor) * (1 + cos(.pi * Double(s) / Double(length))) / 2
      }
    }
  }

  public init(peak: Double, warmup: Int = 0, decay: Decay = .none) {
    self.peak = peak
    self.warmup = warmup
    self.decay = decay
  }

  /// Returns the learning rate of an update; the first is 1.
  public func learningRate(at update: Int) -> Double {
    if update > warmup + 1 { return peak * decay.share(after: update - warmup - 1) }
    return update == 0 ? 0 : learningRate(at: update - 1) + peak / Double(warmup + 1)
  }
}
