import Tensors

/// Rows `[N, M]`, and a threshold `[N]` for each.
public struct RowThresholds: LayerInput {
  public var x: Tensor
  public var thresholds: Tensor

  public init(_ x: Tensor, thresholds: Tensor) {
    self.x = x
    self.thresholds = thresholds
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("thresholds", thresholds)] }
    set { (x, thresholds) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] {
    [Size("N, the number of rows", x.shape[0]), Size("M, the number of columns", x.shape[1])]
  }
}

extension Question
where Input == LayerRun<RowThresholds>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var keepingHigh: Self { Self("01.keepingHigh") }
}

/// N labels, of C classes or of none.
public struct LooseLabels: PlainInput {
  public var labels: [Int]
  public var classes: Int

  public init(_ labels: [Int], classes: Int) {
    self.labels = labels
    self.classes = classes
  }

  public var title: String? {
    let listed = labels.count <= 8 ? "the labels \(labels)" : "\(labels.count) labels"
    return "\(listed), \(classes) classes"
  }

  public var sizes: [Size] {
    [
      Size("N, the number of labels", labels.count), Size("C, the number of classes", classes),
    ]
  }
}

extension Question where Input == LayerRun<LooseLabels>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var oneHot: Self { Self("01.oneHot") }
}

/// Scores `[N, C]`, and N labels.
public struct Guesses: LayerInput {
  public var scores: Tensor
  public var labels: [Int]

  public init(_ scores: Tensor, labels: [Int]) {
    self.scores = scores
    self.labels = labels
  }

  public var differentiable: [Part] {
    get { [Part("scores", scores)] }
    set { scores = newValue[0].value }
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", scores.shape[0]),
      Size("C, the number of classes", scores.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<Guesses>, Reply == LayerTrace<Double, NoGradients> {
  public static var accuracy: Self { Self("01.accuracy") }
}
