import Tensors

/// A smooth function of one number that no submission can know.
///
///     f(x) = cubic · x³ + hill / (1 + x²)
public struct SmoothFunction: Codable, Sendable {
  public var cubic: Double
  public var hill: Double

  public init(cubic: Double, hill: Double) {
    self.cubic = cubic
    self.hill = hill
  }

  public func value(at x: Double) -> Double { cubic * x * x * x + hill / (1 + x * x) }

  public func slope(at x: Double) -> Double {
    let width = 1 + x * x
    return 3 * cubic * x * x - 2 * hill * x / (width * width)
  }
}

/// A smooth function of a tensor, in which all entries meet.
///
///     f(x) = Σ cubes · x³ + (Σ weights · x)²
public struct SmoothField: Codable, Sendable {
  public var cubes: Tensor
  public var weights: Tensor

  public init(cubes: Tensor, weights: Tensor) {
    self.cubes = cubes
    self.weights = weights
  }

  public func value(at x: Tensor) -> Double {
    let sum = (weights * x).sum()
    return (cubes * x * x * x).sum() + sum * sum
  }
}

public struct DerivativeInput: PlainInput {
  public var function: SmoothFunction
  public var x: Double
  public var step: Double

  public init(_ function: SmoothFunction, x: Double, step: Double) {
    self.function = function
    self.x = x
    self.step = step
  }

  public var sizes: [Size] { [] }

  public var title: String? {
    "f(x) = \(function.cubic) · x³ + \(function.hill) / (1 + x²) at x = \(x) with step \(step)"
  }
}

extension Question
where Input == LayerRun<DerivativeInput>, Reply == LayerTrace<Double, NoGradients> {
  public static var derivative: Self { Self("02.derivative") }
}

public struct FieldInput: PlainInput {
  public var field: SmoothField
  public var x: Tensor
  public var step: Double

  /// Of a directional derivative; it has the shape of `x`.
  public var direction: Tensor?

  public init(_ field: SmoothField, x: Tensor, step: Double, along direction: Tensor? = nil) {
    self.field = field
    self.x = x
    self.step = step
    self.direction = direction
  }

  public var sizes: [Size] { [Size("the number of entries", x.count)] }

  public var title: String? {
    "f at x \(x.shape)\(direction == nil ? "" : " along v \(x.shape)") with step \(step)"
      + (isSmall ? "; f(x) = Σ cubes · x³ + (Σ weights · x)²" : "")
  }

  /// What a reader has to know to follow by hand; nothing where nobody would.
  public var others: [Part] {
    guard isSmall else { return [] }
    let v = direction.map { [Part("v", $0)] } ?? []
    return [Part("x", x)] + v + [Part("cubes", field.cubes), Part("weights", field.weights)]
  }

  private var isSmall: Bool { x.count <= 2 }
}

extension Question where Input == LayerRun<FieldInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var fieldGradient: Self { Self("02.gradient") }
}

extension Question where Input == LayerRun<FieldInput>, Reply == LayerTrace<Double, NoGradients> {
  public static var directionalDerivative: Self { Self("02.directionalDerivative") }
}

/// What `errorSlope` is asked.
public struct ErrorSlopeInput: PlainInput {
  public var function: SmoothFunction

  /// Added to the slope of the function, so that what counts as exact is not.
  public var offset: Double
  public var points: [Double]
  public var steps: [Double]

  public init(_ function: SmoothFunction, offset: Double = 0, points: [Double], steps: [Double]) {
    self.function = function
    self.offset = offset
    self.points = points
    self.steps = steps
  }

  public var sizes: [Size] { [Size("the number of points", points.count)] }

  public var title: String? {
    "\(points.count) points and the steps \(steps[0]) and \(steps[1])"
  }
}

extension Question
where Input == LayerRun<ErrorSlopeInput>, Reply == LayerTrace<Double, NoGradients> {
  public static var errorSlope: Self { Self("02.errorSlope") }
}
