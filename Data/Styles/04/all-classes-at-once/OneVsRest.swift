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
    let targets = Tensor(oneHot: labels, count: classes)
    let extended = Classifier.withBiasColumn(x)
    var weights = Tensor(zeros: [x.shape[1] + 1, classes])
    var best = weights
    var lowest = [Double](repeating: .infinity, count: classes)
    for epoch in 0..<epochs {
      let gradient = extended.transposed().matmul(sigmoid(extended.matmul(weights)) - targets) / Double(labels.count)
      weights -= learningRate * gradient
      let z = extended.matmul(weights)
      let losses = (max(z, 0) - z * targets + log1p(exp(-abs(z)))).mean(along: 0)
      for c in 0..<classes where epoch == 0 || losses[c] < lowest[c] {
        lowest[c] = losses[c]
        for d in 0..<weights.shape[0] { best[d, c] = weights[d, c] }
      }
    }
    classifiers = (0..<classes).map { c in
      Classifier(weights: best.transposed().row(c).reshaped(to: [x.shape[1] + 1, 1]))
    }
  }

  /// Returns the class of each of the N samples: that whose classifier gives the highest score.
  public func predictions(for x: Tensor) -> [Int] {
    let scores = classifiers.map { $0.forward(x).scores }
    return Tensor(concatenating: scores, along: 1).argmax(along: 1)
  }
}
