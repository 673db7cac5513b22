import Tensors

/// A curve to be followed: a straight line and some waves.
public struct Curve06: Codable, Sendable, Titled {
  public struct Wave: Codable, Sendable {
    public var height: Double
    public var frequency: Double
    public var phase: Double

    public init(height: Double, frequency: Double, phase: Double) {
      self.height = height
      self.frequency = frequency
      self.phase = phase
    }
  }

  public var slope: Double
  public var offset: Double
  public var waves: [Wave]
  public var start: Double
  public var end: Double
  public var units: Int

  /// Where the network is asked, `[N, 1]`.
  public var x: Tensor

  public init(
    slope: Double, offset: Double, waves: [Wave], from start: Double, to end: Double, units: Int,
    x: Tensor
  ) {
    self.slope = slope
    self.offset = offset
    self.waves = waves
    self.start = start
    self.end = end
    self.units = units
    self.x = x
  }

  public func value(at x: Double) -> Double {
    waves.reduce(offset + slope * x) { sum, wave in
      sum + wave.height * sin(Tensor(wave.frequency * x + wave.phase)).scalar
    }
  }

  /// The curve is nowhere steeper.
  public var steepest: Double {
    waves.reduce(abs(slope)) { $0 + abs($1.height * $1.frequency) }
  }

  public var title: String? {
    "a curve from \(start) to \(end), \(units) units"
  }
}

/// A network built by hand: its parameters, and what it answers itself.
public struct BuiltNet: Answer {
  public var parameters: NetParameters
  public var outputs: Tensor

  public init(parameters: [Tensor], outputs: Tensor) {
    self.parameters = NetParameters(parameters)
    self.outputs = outputs
  }

  public var parts: [Part] { parameters.parts + [Part("the outputs", outputs)] }
}

extension Question where Input == Curve06, Reply == BuiltNet {
  public static var sigmoidSum: Self { Self("06.sum") }
}

/// A network for so many bits, asked about all their patterns in the order of `patterns`.
public struct ParityInput: Codable, Sendable, Titled {
  public var bits: Int

  public init(bits: Int) {
    self.bits = bits
  }

  /// All patterns `[2ⁿ, n]`: bit i of row p is that of the number p.
  public var patterns: Tensor {
    Tensor(
      shape: [1 << bits, bits],
      scalars: (0..<1 << bits).flatMap { p in (0..<bits).map { Double(p >> $0 & 1) } })
  }

  public var title: String? { "\(bits) bits" }
}

extension Question where Input == ParityInput, Reply == BuiltNet {
  public static var shallowParity: Self { Self("06.parity.shallow") }
  public static var deepParity: Self { Self("06.parity.deep") }
}
