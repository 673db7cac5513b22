import Tensors

/// The input of a layer normalization, `x` `[N, …, D]`, or of a group normalization, `x`
/// `[N, C, d1, …, dk]`.
public struct NormalizationInput: LayerInput {
  public var x: Tensor
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  /// 0 where it is a layer's.
  public var groups: Int

  public init(_ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Double, groups: Int = 0) {
    self.x = x
    self.scale = scale
    self.shift = shift
    self.epsilon = epsilon
    self.groups = groups
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the scale", scale), Part("the shift", shift)] }
    set { (x, scale, shift) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var others: [Part] { [Part("epsilon", Tensor(epsilon))] }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]),
      Size(
        groups == 0 ? "D, the number of features" : "C, the number of channels", scale.count),
    ] + (groups == 0 ? [] : [Size("G, the number of groups", groups)])
  }

  public var title: String? {
    let entries = x.count <= 4 ? " = \(x.scalars)" : ""
    let words = groups == 0 ? "" : " in \(groups) \(groups == 1 ? "group" : "groups")"
    return "x \(x.shape)\(entries)\(words)" + (x.elementType == .float32 ? " (float32)" : "")
  }
}

/// The gradients of a normalization, each in the shape of what it belongs to.
public struct NormalizationGradients: Answer {
  public var x: Tensor
  public var scale: Tensor
  public var shift: Tensor

  public init(x: Tensor, scale: Tensor, shift: Tensor) {
    self.x = x
    self.scale = scale
    self.shift = shift
  }

  public var parts: [Part] {
    [
      Part("the gradient at x", x), Part("the gradient at the scale", scale),
      Part("the gradient at the shift", shift),
    ]
  }
}

extension Question
where Input == LayerRun<NormalizationInput>, Reply == LayerTrace<Tensor, NormalizationGradients> {
  public static var layerNormalization: Self { Self("08.layerNorm") }
  public static var groupNormalization: Self { Self("08.groupNorm") }
}

/// An image `[C, H, W]` to be moved.
public struct ShiftInput: LayerInput {
  public var image: Tensor
  public var down: Int
  public var right: Int

  public init(_ image: Tensor, down: Int, right: Int) {
    self.image = image
    self.down = down
    self.right = right
  }

  public var differentiable: [Part] {
    get { [Part("the image", image)] }
    set { image = newValue[0].value }
  }

  public var sizes: [Size] { [Size("C, the number of channels", image.shape[0])] }

  public var title: String? {
    "an image \(image.shape), \(down) down and \(right) to the right"
      + (image.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<ShiftInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var shifted: Self { Self("08.shifted") }
}

/// Something that is done to samples by chance, several times by one generator.
public struct ChanceInput: Codable, Sendable, Titled {
  public var samples: [Tensor]

  /// The greatest number of rows and columns, or a probability.
  public var amount: Double
  public var seed: UInt64

  public init(_ samples: [Tensor], amount: Double, seed: UInt64) {
    self.samples = samples
    self.amount = amount
    self.seed = seed
  }

  public var title: String? {
    let number = amount == amount.rounded() ? "\(Int(amount))" : "\(amount)"
    return "samples \(samples.map { "\($0.shape)" }.joined(separator: ", then ")) by \(number)"
  }
}

extension Question where Input == ChanceInput, Reply == TensorList {
  /// Images `[N, C, H, W]`, each moved by at most `amount`.
  public static var randomlyShifted: Self { Self("08.shifted.random") }

  /// Samples of which entries are set to 0 with the probability `amount`.
  public static var corrupted: Self { Self("08.corrupted") }
}
