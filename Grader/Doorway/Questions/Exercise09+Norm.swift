import Tensors

/// The input of a batch normalisation in training: `x` `[N, C, H, W]`, `scale` and `shift` `[C]`.
public struct BatchNormInput: LayerInput {
  public var x: Tensor
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  public init(x: Tensor, scale: Tensor, shift: Tensor, epsilon: Double) {
    self.x = x
    self.scale = scale
    self.shift = shift
    self.epsilon = epsilon
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the scale", scale), Part("the shift", shift)] }
    set { (x, scale, shift) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] {
    [Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1])]
  }

  public var title: String? {
    "x \(x.shape), epsilon \(epsilon)" + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<BatchNormInput>, Reply == LayerTrace<Tensor, NormalizationGradients> {
  public static var batchNorm: Self { Self("09.norm") }
}

/// Batches that train a batch normalisation, and images that it is then asked about.
public struct BatchNormCourse: LayerInput {
  public var batches: [Tensor]
  public var x: Tensor
  public var scale: Tensor
  public var shift: Tensor
  public var decay: Double
  public var epsilon: Double

  public init(
    _ batches: [Tensor], x: Tensor, scale: Tensor, shift: Tensor, decay: Double, epsilon: Double
  ) {
    self.batches = batches
    self.x = x
    self.scale = scale
    self.shift = shift
    self.decay = decay
    self.epsilon = epsilon
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + batches.map { Part("a batch", $0) } }
    set {
      x = newValue[0].value
      batches = newValue.dropFirst().map(\.value)
    }
  }

  public var others: [Part] { [Part("the scale", scale), Part("the shift", shift)] }

  public var sizes: [Size] { [Size("C, the number of channels", x.shape[1])] }

  public var title: String? {
    "\(batches.count) \(batches.count == 1 ? "batch" : "batches") of training, the first \(batches.first?.shape ?? []), "
      + "then x \(x.shape); decay \(decay), epsilon \(epsilon)"
  }
}

/// What a batch normalisation knows after its training, and what it makes of images then.
public struct BatchNormState: Answer {
  public var means: [Tensor]
  public var variances: [Tensor]
  public var y: Tensor

  public init(means: [Tensor], variances: [Tensor], y: Tensor) {
    self.means = means
    self.variances = variances
    self.y = y
  }

  public var parts: [Part] {
    means.enumerated().map { Part("the running mean after batch \($0 + 1)", $1) }
      + variances.enumerated().map { Part("the running variance after batch \($0 + 1)", $1) }
      + [Part("y", y)]
  }
}

extension Question
where Input == LayerRun<BatchNormCourse>, Reply == LayerTrace<BatchNormState, NoGradients> {
  public static var batchNormCourse: Self { Self("09.norm.running") }
}
