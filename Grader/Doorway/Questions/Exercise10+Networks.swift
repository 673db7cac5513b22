import Tensors

/// `x` `[N, C, H, W]` and modules of ours, inside of a skip connection: each has one parameter,
/// `[channels that come in, channels that go out]`.
public struct SkipInput: LayerInput {
  public var x: Tensor
  public var inner: [Tensor]

  public init(_ x: Tensor, inner: [Tensor]) {
    self.x = x
    self.inner = inner
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + inner.map { Part("a parameter", $0) } }
    set {
      x = newValue[0].value
      inner = newValue.dropFirst().map(\.value)
    }
  }

  public var sizes: [Size] {
    [Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1])]
  }

  public var title: String? {
    "x \(x.shape) around \(counted(inner.count, "module"))"
      + (inner.last.map {
        " that make\(inner.count == 1 ? "s" : "") \(counted($0.shape[1], "channel")) of it"
      } ?? "")
      + (x.elementType == .float32 ? " (float32)" : "")
      + (x.count > 2
        ? ""
        : "; each computes (x + 0.1 · x²) · parameter, notes the mean of x in training, and adds 1 and "
          + "its notes where there is none")
  }
}

extension Question
where Input == LayerRun<SkipInput>, Reply == LayerTrace<Tensor, ModuleGradients> {
  public static var skip: Self { Self("10.skip") }
}

extension Question where Input == LayerRun<SkipInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// A pass that is none of training, the second of two of training, and one that is none again, one
  /// behind the other along the first axis; the modules of ours take notes in training.
  public static var skipNotes: Self { Self("10.skip.notes") }
}

/// A network of the handout, with parameters of ours, and images that go there and back.
public struct NetworkInput10: PlainInput {
  public enum Kind: String, Codable, Sendable { case context, level, uNet }

  public var kind: Kind

  /// `[C, H, W]`
  public var image: [Int]

  /// The widths; of a context module, its dilations.
  public var settings: [Int]

  /// Of a U-Net alone.
  public var classes: Int
  public var count: Int
  public var seed: UInt64

  public init(
    _ kind: Kind, image: [Int], settings: [Int], classes: Int = 0, count: Int, seed: UInt64
  ) {
    self.kind = kind
    self.image = image
    self.settings = settings
    self.classes = classes
    self.count = count
    self.seed = seed
  }

  public var title: String? {
    switch kind {
    case .context: "contextModule of \(counted(count, "image")) \(image), dilations \(settings)"
    case .level: "uLevel of \(counted(count, "image")) \(image), widths \(settings)"
    case .uNet:
      "uNet of \(counted(count, "image")) \(image), widths \(settings), \(classes) classes"
    }
  }
}

/// What a network answers, before it is trained as well, and whether the generator goes on to another.
public struct NetworkAnswer10: Answer {
  public var network: NetworkAnswer09
  public var untrained: Tensor
  public var nextDiffers: Bool

  public init(_ network: NetworkAnswer09, untrained: Tensor, nextDiffers: Bool) {
    self.network = network
    self.untrained = untrained
    self.nextDiffers = nextDiffers
  }

  public var parts: [Part] {
    network.parts + [
      Part("the output where it is not being trained", untrained),
      Part(
        "whether the next network of the generator has other weights", Tensor(nextDiffers ? 1 : 0)),
    ]
  }
}

extension Question
where Input == LayerRun<NetworkInput10>, Reply == LayerTrace<NetworkAnswer10, NoGradients> {
  public static var network10: Self { Self("10.network") }
}
