import Tensors

/// Several classes by classifiers of two: one for each class, against all others.
public struct OneVsRest: Sendable {
  /// One for each class, with one column of weights each.
  public var classifiers: [Classifier]

  public init(classifiers: [Classifier]) {
    self.classifiers = classifiers
  }

  /// Trains a classifier for each of `classes` classes: 1 is the target of its samples, 0 that of all
  /// others. Each starts with weights of 0, and goes `epochs` steps of gradient descent down the
  /// binary cross-entropy. There are no validation samples: the training samples are looked at again.
  ///
  /// | name     | shape    | meaning                       |
  /// | -------- | -------- | ----------------------------- |
  /// | `x`      | `[N, D]` | samples                       |
  /// | `labels` | N        | their classes, 0 ..< classes  |
  public init(
    on x: Tensor, labels: [Int], classes: Int, epochs: Int, learningRate: Double
  ) {
    // All at once: with one-hot targets each column of weights learns by itself. Only the mean is over
    // as many entries more as there are classes.
    var all = Classifier(inputs: x.shape[1], outputs: classes)
    let targets = Tensor(oneHot: labels, count: classes)
    for _ in 0..<epochs {
      let (scores, cache) = all.forward(x)
      let lossCache = BCEFromLogits().forward(scores, targets: targets).cache
      let upstream = BCEFromLogits().backward(cache: lossCache, targets: targets)
      all.weights -= learningRate * Double(classes) * all.backward(upstream, cache: cache).weights
    }
    let columns = all.weights.transposed()
    classifiers = (0..<classes).map { Classifier(weights: columns.row($0).reshaped(to: [-1, 1])) }
  }

  /// Returns the class of each of the N samples: that whose classifier gives the highest score.
  public func predictions(for x: Tensor) -> [Int] {
    let scores = classifiers.map { $0.forward(x).scores }
    return Tensor(concatenating: scores, along: 1).argmax(along: 1)
  }
}
