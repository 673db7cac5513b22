import Tensors

/// A vector `[D]` and a matrix `[D, D]`.
public struct QuadraticInput: NamedInput {
  public static let names = ["x", "the matrix"]

  public var x: Tensor
  public var matrix: Tensor

  public init(x: Tensor, matrix: Tensor) {
    self.x = x
    self.matrix = matrix
  }

  public var differentiable: [Part] {
    get { Self.parts([x, matrix]) }
    set { (x, matrix) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] { [Size("D, the length of x", x.count)] }
}

/// A layer's input whose differentiable tensors have names, in their order.
public protocol NamedInput: LayerInput {
  static var names: [String] { get }
}

extension NamedInput {
  static func parts(_ tensors: [Tensor]) -> [Part] {
    zip(names, tensors).map { Part($0, $1) }
  }
}

/// A gradient at each of an input's differentiable tensors.
public struct GradientsAt<Input: NamedInput>: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] {
    zip(Input.names, tensors).map { Part("the gradient at \($0)", $1) }
  }
}

extension Question
where Input == LayerRun<QuadraticInput>, Reply == LayerTrace<Double, GradientsAt<QuadraticInput>> {
  public static var quadraticForm: Self { Self("02.quadraticForm") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Double, Tensor> {
  public static var logSumExp: Self { Self("02.logSumExp") }
}

/// The three numbers at the beginning of the graph.
public struct GraphInput: NamedInput {
  public static let names = ["x", "y", "z"]

  public var x: Tensor
  public var y: Tensor
  public var z: Tensor

  public init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (Tensor(x), Tensor(y), Tensor(z))
  }

  public var differentiable: [Part] {
    get { Self.parts([x, y, z]) }
    set { (x, y, z) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] { [] }

  public var title: String? { "x = \(x.scalar), y = \(y.scalar), z = \(z.scalar)" }
}

extension Question
where Input == LayerRun<GraphInput>, Reply == LayerTrace<Double, GradientsAt<GraphInput>> {
  /// The slopes at the three numbers at the beginning.
  public static var graph: Self { Self("02.graph") }
}

extension Question
where Input == LayerRun<GraphInput>, Reply == LayerTrace<SlopesBetween, NoGradients> {
  /// The slopes at the quantities in between.
  public static var graphSlopes: Self { Self("02.graph.between") }
}

/// The slopes at p, q, r, s and t.
public struct SlopesBetween: Answer {
  public var values: [Double]

  public init(_ values: [Double]) {
    self.values = values
  }

  public var parts: [Part] {
    zip(["p", "q", "r", "s", "t"], values).map { Part("the slope at \($0)", Tensor($1)) }
  }
}

/// `x` `[N, D]` and `weights` `[D, M]`.
public struct ProductInput: NamedInput {
  public static let names = ["x", "the weights"]

  public var x: Tensor
  public var weights: Tensor

  public init(x: Tensor, weights: Tensor) {
    self.x = x
    self.weights = weights
  }

  public var differentiable: [Part] {
    get { Self.parts([x, weights]) }
    set { (x, weights) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("D, the number of inputs", x.shape[1]),
      Size("M, the number of outputs", weights.shape[1]),
    ]
  }
}

extension Question
where Input == LayerRun<ProductInput>, Reply == LayerTrace<Tensor, GradientsAt<ProductInput>> {
  public static var productByLoops: Self { Self("02.product.loops") }
  public static var product: Self { Self("02.product") }
}

/// `a` `[N, I]`, `b` `[N, J]` and `weights` `[I, J, K]`.
public struct ContractionInput: NamedInput {
  public static let names = ["a", "b", "the weights"]

  public var a: Tensor
  public var b: Tensor
  public var weights: Tensor

  public init(a: Tensor, b: Tensor, weights: Tensor) {
    self.a = a
    self.b = b
    self.weights = weights
  }

  public var differentiable: [Part] {
    get { Self.parts([a, b, weights]) }
    set { (a, b, weights) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", a.shape[0]), Size("I", a.shape[1]), Size("J", b.shape[1]),
      Size("K", weights.shape[2]),
    ]
  }
}

extension Question
where
  Input == LayerRun<ContractionInput>, Reply == LayerTrace<Tensor, GradientsAt<ContractionInput>>
{
  public static var contractionByLoops: Self { Self("02.contraction.loops") }
  public static var contraction: Self { Self("02.contraction") }
}
