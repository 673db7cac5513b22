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
    scores.reduce(0, +) / Double(scores.count)
  }

  /// The standard deviation of the k scores: the root of the mean of their squared distances from their
  /// mean, divided by k and not by k - 1.
  public var deviation: Double {
    (scores.map { $0 - mean }.map { $0 * $0 }.reduce(0, +) / Double(scores.count)).squareRoot()
  }
}

/// Scores a method on each fold in turn. `score` trains on the samples with the numbers `training`, from
/// the beginning each time, and returns the score on those with the numbers `validation`.
///
/// Each k-th part of `count` samples is the validation part of one fold, the other samples are its
/// training part. `order` is the order in which the samples are dealt out: the first of it to fold 0, the
/// second to fold 1, and so on, and after fold k - 1 comes fold 0 again. In both parts of a fold the
/// numbers come in the order of `order`.
public func crossValidated(
  folds k: Int, order: [Int], score: (_ training: [Int], _ validation: [Int]) -> Double
) -> CrossValidation {
  let dealt = (0..<k).map { fold in
    stride(from: fold, to: order.count, by: k).map { order[$0] }
  }
  return CrossValidation(
    scores: dealt.map { part in score(order.filter { !part.contains($0) }, part) })
}
