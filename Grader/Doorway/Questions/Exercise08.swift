import Tensors

/// What a layer is used for.
public enum Mode08: String, Codable, Sendable { case training, testing }

/// The input of a dropout layer. All passes of a run draw from one generator, that of the first seed.
public struct DropoutInput: LayerInput {
  public var x: Tensor
  public var probability: Double
  public var mode: Mode08
  public var seed: UInt64

  public init(_ x: Tensor, probability: Double, mode: Mode08, seed: UInt64) {
    self.x = x
    self.probability = probability
    self.mode = mode
    self.seed = seed
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] { x.sizes }

  public var title: String? {
    let entries = x.count <= 4 ? " = \(x.scalars)" : ""
    let isSingle = x.elementType == .float32
    return "x \(x.shape)\(entries) with probability \(probability) in \(mode.rawValue)"
      + (isSingle ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<DropoutInput>, Reply == LayerTrace<Tensor, Tensor> {
  public static var dropout: Self { Self("08.dropout") }
}

/// Batches that pass one batch normalization after the other, from given running values on.
public struct BatchNormalizationInput: LayerInput {
  /// `[N, D]` each.
  public var batches: [Tensor]
  public var modes: [Mode08]
  public var scale: Tensor
  public var shift: Tensor
  public var runningMean: Tensor
  public var runningVariance: Tensor
  public var decay: Double
  public var epsilon: Double

  public init(
    _ batches: [Tensor], modes: [Mode08], scale: Tensor, shift: Tensor, runningMean: Tensor,
    runningVariance: Tensor, decay: Double, epsilon: Double
  ) {
    self.batches = batches
    self.modes = modes
    self.scale = scale
    self.shift = shift
    self.runningMean = runningMean
    self.runningVariance = runningVariance
    self.decay = decay
    self.epsilon = epsilon
  }

  public var differentiable: [Part] {
    get {
      batches.enumerated().map { Part("x \($0 + 1)", $1) }
        + [Part("the scale", scale), Part("the shift", shift)]
    }
    set {
      let values = newValue.map(\.value)
      (batches, scale, shift) = (
        Array(values.dropLast(2)), values[values.count - 2], values[values.count - 1]
      )
    }
  }

  public var others: [Part] {
    [
      Part("the running mean", runningMean), Part("the running variance", runningVariance),
      Part("decay", Tensor(decay)), Part("epsilon", Tensor(epsilon)),
    ]
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", batches[0].shape[0]),
      Size("D, the number of features", scale.count),
      Size("the number of batches", batches.count),
    ]
  }

  public var title: String? {
    let words = zip(batches, modes).map { x, mode in
      "x \(x.shape)\(x.count <= 4 ? " = \(x.scalars)" : "") in \(mode.rawValue)"
    }
    let isSingle = batches.contains { $0.elementType == .float32 }
    return words.joined(separator: ", then ") + (isSingle ? " (float32)" : "")
  }
}

/// What comes out for each batch.
public struct BatchOutputs: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] {
    tensors.enumerated().map { Part(tensors.count == 1 ? "" : "y of batch \($0 + 1)", $1) }
  }
}

/// The gradient at each batch, and the sums of those at scale and shift over all of them.
public struct BatchGradients: Answer {
  public var batches: [Tensor]
  public var scale: Tensor
  public var shift: Tensor

  public init(batches: [Tensor], scale: Tensor, shift: Tensor) {
    self.batches = batches
    self.scale = scale
    self.shift = shift
  }

  public var parts: [Part] {
    batches.enumerated().map {
      Part("the gradient at x" + (batches.count == 1 ? "" : " of batch \($0 + 1)"), $1)
    } + [Part("the gradient at the scale", scale), Part("the gradient at the shift", shift)]
  }
}

/// The running values of a batch normalization.
public struct RunningValues: Answer {
  public var mean: Tensor
  public var variance: Tensor

  public init(mean: Tensor, variance: Tensor) {
    self.mean = mean
    self.variance = variance
  }

  public var parts: [Part] {
    [Part("the running mean", mean), Part("the running variance", variance)]
  }
}

extension Question
where
  Input == LayerRun<BatchNormalizationInput>, Reply == LayerTrace<BatchOutputs, BatchGradients>
{
  /// The ways back are made behind all passes, from the last to the first.
  public static var batchNormalization: Self { Self("08.batchNorm") }
}

extension Question
where
  Input == LayerRun<BatchNormalizationInput>, Reply == LayerTrace<RunningValues, NoGradients>
{
  /// The running values behind all batches.
  public static var runningValues: Self { Self("08.batchNorm.running") }
}

/// Running values `[D]`, and those of a batch that move them.
public struct RememberInput: LayerInput {
  public var runningMean: Tensor
  public var runningVariance: Tensor
  public var mean: Tensor
  public var variance: Tensor
  public var decay: Double

  public init(
    runningMean: Tensor, runningVariance: Tensor, mean: Tensor, variance: Tensor, decay: Double
  ) {
    self.runningMean = runningMean
    self.runningVariance = runningVariance
    self.mean = mean
    self.variance = variance
    self.decay = decay
  }

  public var differentiable: [Part] {
    get {
      [
        Part("the running mean", runningMean), Part("the running variance", runningVariance),
        Part("the mean", mean), Part("the variance", variance),
      ]
    }
    set {
      (runningMean, runningVariance) = (newValue[0].value, newValue[1].value)
      (mean, variance) = (newValue[2].value, newValue[3].value)
    }
  }

  public var sizes: [Size] { [Size("D, the number of features", mean.count)] }

  public var title: String? {
    func short(_ x: Tensor) -> String {
      x.count > 4 ? "\(x.shape)" : "\(x.scalars.map { ($0 * 1e4).rounded() / 1e4 })"
    }
    let isSingle = mean.elementType == .float32
    return "mean \(short(mean)), variance \(short(variance)), with the running mean "
      + "\(short(runningMean)), the running variance \(short(runningVariance)) and decay \(decay)"
      + (isSingle ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<RememberInput>, Reply == LayerTrace<RunningValues, NoGradients> {
  public static var remembered: Self { Self("08.batchNorm.remember") }
}
