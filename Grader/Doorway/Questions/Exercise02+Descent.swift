import Tensors

/// A bowl or a valley whose lowest place is known.
///
///     gradient(x) = curvatures · (x - lowest) + coupling · Σ (x - lowest)
public struct Terrain: Codable, Sendable {
  public var curvatures: Tensor
  public var lowest: Tensor
  public var coupling: Double

  public init(curvatures: Tensor, lowest: Tensor, coupling: Double) {
    self.curvatures = curvatures
    self.lowest = lowest
    self.coupling = coupling
  }

  public func gradient(at x: Tensor) -> Tensor {
    let distance = x - lowest
    return curvatures * distance + coupling * distance.sum()
  }
}

/// A way downhill that is to be gone.
public struct WayInput: LayerInput {
  public var start: Tensor
  public var terrain: Terrain
  public var learningRate: Double
  public var steps: Int

  public init(from start: Tensor, in terrain: Terrain, learningRate: Double, steps: Int) {
    self.start = start
    self.terrain = terrain
    self.learningRate = learningRate
    self.steps = steps
  }

  public var differentiable: [Part] {
    get { [Part("start", start)] }
    set { start = newValue[0].value }
  }

  public var sizes: [Size] { [Size("the number of steps", steps)] }

  public var title: String? {
    "\(counted(steps, "step")) from start \(start.shape) with learningRate \(learningRate)"
      + (isSmall ? "; the slope is curvatures · (x - lowest)" : "")
  }

  /// What a reader has to know to follow by hand; nothing where nobody would.
  public var others: [Part] {
    isSmall
      ? [Part("curvatures", terrain.curvatures), Part("lowest", terrain.lowest)] : []
  }

  private var isSmall: Bool { start.count <= 2 && terrain.coupling == 0 }
}

/// The places on a way.
public struct Way: Answer {
  public var places: [Tensor]

  public init(_ places: [Tensor]) {
    self.places = places
  }

  public var parts: [Part] {
    places.enumerated().map { Part($0 == 0 ? "the first place" : "the place after step \($0)", $1) }
  }
}

extension Question where Input == LayerRun<WayInput>, Reply == LayerTrace<Way, NoGradients> {
  public static var descent: Self { Self("02.descent") }
}

/// The curvatures of a bowl, one a direction.
public struct Curvatures: PlainInput {
  public var values: [Double]

  public init(_ values: [Double]) {
    self.values = values
  }

  public var sizes: [Size] { [Size("the number of directions", values.count)] }

  public var title: String? { "the curvatures \(values)" }
}

extension Question where Input == LayerRun<Curvatures>, Reply == LayerTrace<Double, NoGradients> {
  public static var fastestRate: Self { Self("02.fastestRate") }
}
