import Foundation
import Tensors

/// The scores of a method on some folds, and how far they are apart.
public struct CrossValidation: Sendable, Equatable {
  /// A score for each fold, in their order.
  public var scores: [Double]

  public init(scores: [Double]) {
    self.scores = scores
  }

  /// The mean of the k scores.
  public var mean: Double {
    // TODO: 6.29  Does a fold with more samples count for more?
    unfinished("6.29")
  }

  /// The standard deviation of the k scores: the root of the sum of their squared distances from their
  /// mean, when that sum is divided by k and not by k - 1.
  public var deviation: Double {
    // TODO: 6.30  Not the mean of the distances, and not the root of each.
    unfinished("6.30")
  }
}

/// Scores a method on each fold in turn. `score` trains on the samples with the numbers `training`, from
/// the beginning each time, and returns the score on those with the numbers `validation`.
///
/// The samples are dealt out to k folds like cards, in the order of `order`: the first to fold 0, the
/// second to fold 1, and so on, and after fold k - 1 comes fold 0 again. A fold is validated on the
/// samples dealt to it, and trained on all others. In both parts the numbers come in the order of `order`.
public func crossValidated(
  folds k: Int, order: [Int], score: (_ training: [Int], _ validation: [Int]) -> Double
) -> CrossValidation {
  // TODO: 6.31  Which remainder have the places of the samples of one fold?
  unfinished("6.31")
}
