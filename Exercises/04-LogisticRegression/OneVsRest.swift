import Tensors

/// Several classes by classifiers of two: one for each class, against all others.
public struct OneVsRest: Sendable {
  /// One for each class, with one column of weights each.
  public var classifiers: [Classifier]

  public init(classifiers: [Classifier]) {
    self.classifiers = classifiers
  }

  /// Trains a classifier for each of `classes` classes: 1 is the target of its samples, 0 that of all
  /// others. A class may have no sample. Each starts with weights of 0, and goes `epochs` steps of
  /// gradient descent down the binary cross-entropy. There are no validation samples: the training samples
  /// are looked at again. With the learning rates of the checks the last weights are also the best: which
  /// of the two are kept makes no difference.
  ///
  /// | name     | shape    | meaning                       |
  /// | -------- | -------- | ----------------------------- |
  /// | `x`      | `[N, D]` | samples                       |
  /// | `labels` | N        | their classes, 0 ..< classes  |
  public init(
    on x: Tensor, labels: [Int], classes: Int, epochs: Int, learningRate: Double
  ) {
    // TODO: 4.18  You have a Solver. What are the targets of class c?
    unfinished("4.18")
  }

  /// Returns the class of each of the N samples: that whose classifier gives the highest score.
  public func predictions(for x: Tensor) -> [Int] {
    let scores = classifiers.map { $0.forward(x).scores }
    return Tensor(concatenating: scores, along: 1).argmax(along: 1)
  }
}
