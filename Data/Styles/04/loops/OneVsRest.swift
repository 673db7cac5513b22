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
    classifiers = []
    for c in 0..<classes {
      var targets = Tensor(zeros: [x.shape[0], 1])
      for i in labels.indices where labels[i] == c { targets[i, 0] = 1 }
      var classifier = Classifier(inputs: x.shape[1])
      for _ in 0..<epochs {
        let (scores, cache) = classifier.forward(x)
        let (_, lossCache) = BCEFromLogits().forward(scores, targets: targets)
        let upstream = BCEFromLogits().backward(cache: lossCache, targets: targets)
        let gradient = classifier.backward(upstream, cache: cache).weights
        for k in 0...x.shape[1] { classifier.weights[k, 0] -= learningRate * gradient[k, 0] }
      }
      classifiers.append(classifier)
    }
  }

  /// Returns the class of each of the N samples: that whose classifier gives the highest score.
  public func predictions(for x: Tensor) -> [Int] {
    let scores = classifiers.map { $0.forward(x).scores }
    return Tensor(concatenating: scores, along: 1).argmax(along: 1)
  }
}
