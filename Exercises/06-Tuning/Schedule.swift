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
      // TODO: 6.17  What does the cosine do behind its end, if nobody stops it?
      unfinished("6.17")
    }
  }

  public init(peak: Double, warmup: Int = 0, decay: Decay = .none) {
    self.peak = peak
    self.warmup = warmup
    self.decay = decay
  }

  /// Returns the learning rate of an update; the first is 1.
  public func learningRate(at update: Int) -> Double {
    // TODO: 6.18  Is the first update in the warm-up, when W is 0?
    unfinished("6.18")
  }
}
