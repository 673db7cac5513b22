import Tensors

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Any shape; outputs have the same.
  public static var logistic: Self { Self("04.sigmoid") }

  /// `[N, D]` to `[N, D + 1]`.
  public static var biasColumn: Self { Self("04.withBiasColumn") }
}

/// Samples `x` `[N, D]` for a classifier of `weights` `[D + 1, M]`.
public struct ClassifierInput: LayerInput {
  public var x: Tensor
  public var weights: Tensor

  public init(x: Tensor, weights: Tensor) {
    self.x = x
    self.weights = weights
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the weights", weights)] }
    set { (x, weights) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("D, the number of inputs", x.shape[1]),
      Size("M, the number of scores", weights.shape[1]),
    ]
  }
}

/// The gradients that a classifier returns, each in the shape of what it belongs to.
public struct ClassifierGradients: Answer {
  public var x: Tensor
  public var weights: Tensor

  public init(x: Tensor, weights: Tensor) {
    self.x = x
    self.weights = weights
  }

  public var parts: [Part] {
    [Part("the gradient at x", x), Part("the gradient at the weights", weights)]
  }
}

extension Question
where Input == LayerRun<ClassifierInput>, Reply == LayerTrace<Tensor, ClassifierGradients> {
  /// The scores, `[N, M]`.
  public static var classifier: Self { Self("04.classifier") }
}

extension Question
where Input == LayerRun<ClassifierInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `[N]`; the weights have one column.
  public static var distances: Self { Self("04.distancesFromBoundary") }
}

/// Outputs `[N, M]` and what they should be, in the same shape.
public struct JudgedOutputs: LayerInput {
  public var outputs: Tensor
  public var targets: Tensor

  public init(_ outputs: Tensor, targets: Tensor) {
    self.outputs = outputs
    self.targets = targets
  }

  public var differentiable: [Part] {
    get { [Part("the outputs", outputs)] }
    set { outputs = newValue[0].value }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", outputs.shape[0]),
      Size("M, the number of outputs", outputs.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<JudgedOutputs>, Reply == LayerTrace<Double, Tensor> {
  /// The loss, and the gradient at the outputs.
  public static var mse: Self { Self("04.mse") }
  public static var l1: Self { Self("04.l1") }
  public static var bce: Self { Self("04.bce") }
  public static var softmax: Self { Self("04.softmax") }
}

extension Question where Input == OptimizerRun<Double>, Reply == OptimizerTrace {
  /// The settings are the learning rate.
  public static var descent: Self { Self("04.descent") }
}
