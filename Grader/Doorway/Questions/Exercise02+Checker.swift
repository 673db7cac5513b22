import Tensors

/// Two tensors that are compared.
public struct TensorPair: LayerInput {
  public var a: Tensor
  public var b: Tensor
  public var floor: Double

  public init(_ a: Tensor, _ b: Tensor, floor: Double = 0) {
    self.a = a
    self.b = b
    self.floor = floor
  }

  public var differentiable: [Part] {
    get { [Part("a", a), Part("b", b)] }
    set { (a, b) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] { [Size("the number of entries", a.count)] }

  public var title: String? {
    "a \(words(a)) and b \(words(b))" + (floor == 0 ? "" : " with floor \(floor)")
  }

  private func words(_ x: Tensor) -> String {
    x.count > 4 ? "\(x.shape)" : "\(x.shape) = \(x.scalars)"
  }
}

extension Question where Input == LayerRun<TensorPair>, Reply == LayerTrace<Double, NoGradients> {
  public static var relativeError: Self { Self("02.relativeError") }
}

/// A layer that a gradient checker is asked about; `Subject` has them.
public enum Suspect: String, Codable, Sendable, CaseIterable {
  // Right ones.
  case square, hundredCubes, tinySine, fastSine, raisedSine, softmax, sharpSoftmax, product, rowSums
  case stopped
  // Right as far as a relative error of 1e-4 tells.
  case nearlyRight
  // Wrong ones.
  case signTurned, lastEntry, thousandth, threeTenThousandths, tinyDoubled, halved, transposed
  case smallRowDoubled
  // Wrong ones that look right to some.
  case withoutUpstream, deadSoftmax, absoluteUpstream, signOfUpstream, firstRowOfUpstream, balanced
  case turnedRound
  // What is no gradient at all.
  case oneNaN, firstNaN, oneInfinity, flattened, oneAxisMore, summedUp

  public var isRight: Bool {
    switch self {
    case .square, .hundredCubes, .tinySine, .fastSine, .raisedSine, .softmax, .sharpSoftmax,
      .product, .rowSums, .stopped, .nearlyRight:
      true
    default: false
    }
  }
}

/// A layer, and the place where it is looked at.
public struct Suspicion: Codable, Sendable {
  public var suspect: Suspect
  public var x: Tensor

  public init(_ suspect: Suspect, at x: Tensor) {
    self.suspect = suspect
    self.x = x
  }
}

/// Layers that a checker looks at, one after the other, with one generator.
public struct CheckerRun: Codable, Sendable, Titled {
  public var suspicions: [Suspicion]
  public var seed: UInt64

  public var title: String? {
    guard suspicions.count == 1 else { return "\(suspicions.count) layers" }
    return "\(suspicions[0].suspect.words), at x \(suspicions[0].x.shape)"
  }

  public init(_ suspicions: [Suspicion], seed: UInt64) {
    self.suspicions = suspicions
    self.seed = seed
  }
}

/// Which of the layers were found right, and how each was asked.
public struct CheckerTrace: Answer {
  public var accepted: [Bool] = []

  /// The first with which the way back was asked for, in the shape of the output and with the cache
  /// of the place; nil where there is none.
  public var upstreams: [Tensor?] = []

  /// What the generator would have given next, after each.
  public var next: [UInt64] = []

  public init() {}

  public var parts: [Part] {
    [Part("found right (1) or wrong (0)", Tensor(accepted.map { $0 ? 1 : 0 }))]
  }
}

extension Question where Input == CheckerRun, Reply == CheckerTrace {
  public static var checker: Self { Self("02.checker") }
}
