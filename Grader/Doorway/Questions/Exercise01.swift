import Tensors

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Of x `[N, M]`: `[N]`.
  public static var rowMeans: Self { Self("01.rowMeans") }

  /// Of x `[N, M]`: `[N, M]`.
  public static var centeredRows: Self { Self("01.centeredRows") }
}

/// Samples `[N, D]`, and what stands beside their variance.
public struct Columns: LayerInput {
  public var x: Tensor
  public var epsilon: Double

  public init(_ x: Tensor, epsilon: Double) {
    self.x = x
    self.epsilon = epsilon
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var title: String? { "x \(x.shape) with epsilon \(epsilon)" }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]),
      Size("D, the number of columns", x.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<Columns>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var standardizedColumns: Self { Self("01.standardizedColumns") }
}

/// Points `[N, K]` and `[M, K]`.
public struct PointPairs: LayerInput {
  public var a: Tensor
  public var b: Tensor

  public init(_ a: Tensor, _ b: Tensor) {
    self.a = a
    self.b = b
  }

  public var differentiable: [Part] {
    get { [Part("a", a), Part("b", b)] }
    set { (a, b) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of points a", a.shape[0]),
      Size("M, the number of points b", b.shape[0]),
      Size("K, the number of coordinates", a.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<PointPairs>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var squaredDistances: Self { Self("01.squaredDistances") }
}

/// Series `[N, T]`, and how many neighbours are averaged.
public struct Series: LayerInput {
  public var x: Tensor
  public var width: Int

  public init(_ x: Tensor, width: Int) {
    self.x = x
    self.width = width
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var title: String? { "x \(x.shape) with width \(width)" }

  public var sizes: [Size] {
    [
      Size("N, the number of series", x.shape[0]), Size("T, their length", x.shape[1]),
      Size("the width", width),
    ]
  }
}

extension Question where Input == LayerRun<Series>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var movingAverages: Self { Self("01.movingAverages") }
}
