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
      // begin 6.17: What does the cosine do behind its end, if nobody stops it?
      switch self {
      case .none: return 1
      case .steps(let period, let factor): return pow(factor, Double(s / period))
      case .exponential(let factor): return pow(factor, Double(s))
      case .cosine(let length, let floor):
        let progress = min(1, Double(s) / Double(length))
        return floor + (1 - floor) * (1 + cos(.pi * progress)) / 2
      }
      // end
    }
  }

  public init(peak: Double, warmup: Int = 0, decay: Decay = .none) {
    self.peak = peak
    self.warmup = warmup
    self.decay = decay
  }

  /// Returns the learning rate of an update; the first is 1.
  public func learningRate(at update: Int) -> Double {
    // begin 6.18: Is the first update in the warm-up, when W is 0?
    update <= warmup
      ? peak * Double(update) / Double(warmup + 1) : peak * decay.share(after: update - warmup - 1)
    // end
  }
}
