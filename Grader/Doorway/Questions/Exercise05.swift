import Tensors

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Tensor, Tensor> {
  /// Any shape; outputs and gradients have the same.
  public static var sigmoid: Self { Self("05.sigmoid") }
  public static var relu: Self { Self("05.relu") }
}

/// The input of an affine layer: `x` `[N, d1, …, dk]`, `weights` `[D, M]`, `bias` `[M]`.
public struct AffineInput: LayerInput {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor

  public init(x: Tensor, weights: Tensor, bias: Tensor) {
    self.x = x
    self.weights = weights
    self.bias = bias
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the weights", weights), Part("the bias", bias)] }
    set { (x, weights, bias) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]),
      Size("D, the number of inputs", weights.shape[0]),
      Size("M, the number of outputs", weights.shape[1]),
    ]
  }
}

/// The gradients that an affine layer returns, each in the shape of what it belongs to.
public struct AffineGradients: Answer {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor

  public init(x: Tensor, weights: Tensor, bias: Tensor) {
    self.x = x
    self.weights = weights
    self.bias = bias
  }

  public var parts: [Part] {
    [
      Part("the gradient at x", x), Part("the gradient at the weights", weights),
      Part("the gradient at the bias", bias),
    ]
  }
}

extension Question
where Input == LayerRun<AffineInput>, Reply == LayerTrace<Tensor, AffineGradients> {
  public static var affine: Self { Self("05.affine") }
}

/// Logits `[N, C]` with N labels.
public struct LabeledLogits: LayerInput {
  public var logits: Tensor
  public var labels: [Int]

  public init(_ logits: Tensor, labels: [Int]) {
    self.logits = logits
    self.labels = labels
  }

  public var differentiable: [Part] {
    get { [Part("the logits", logits)] }
    set { logits = newValue[0].value }
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", logits.shape[0]),
      Size("C, the number of classes", logits.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<LabeledLogits>, Reply == LayerTrace<Double, Tensor> {
  /// The loss, and the gradient at the logits, `[N, C]`.
  public static var crossEntropy: Self { Self("05.crossEntropy") }
}
