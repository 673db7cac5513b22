// Properties and methods that NumPy, PyTorch or Swift's arrays have under another name.

// None has the name of a function that formulas call: in an extension of `Tensor`, `exp(self)` would be
// taken for the method.

extension Tensor {
  @available(*, unavailable, message: "write x.transposed()")
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public var T: Tensor { fatalError() }
  @available(*, unavailable, message: "write x.transposed()")
  public func t() -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.transposed()")
  public func transpose() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.transposed(permuting: [1, 0])")
  public func transpose(_ axes: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.transposed(permuting: [1, 0])")
  public func permute(_ axes: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.transposed(permuting: [1, 0])")
  public func transposed(_ axes: Int...) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.matmul(y)")
  public func dot(_ other: Tensor) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.matmul(y)")
  public func mm(_ other: Tensor) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.matmul(y)")
  public func bmm(_ other: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func reshape(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func reshape(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func view(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func view(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func reshaped(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func reshaped(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.reshaped(to: [n, -1])")
  public func reshaped(to shape: Int...) -> Tensor { fatalError() }

  @available(
    *, unavailable,
    message: "write x.reshaped(to: [-1]), or [x.shape[0], -1] to keep the samples apart"
  )
  public func flatten() -> Tensor { fatalError() }
  @available(
    *, unavailable,
    message: "write x.reshaped(to: [-1]), or [x.shape[0], -1] to keep the samples apart"
  )
  public func flattened() -> Tensor { fatalError() }
  @available(
    *, unavailable,
    message: "write x.reshaped(to: [-1]), or [x.shape[0], -1] to keep the samples apart"
  )
  public func ravel() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.expandingAxis(at: 1)")
  public func unsqueeze(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.expandingAxis(at: 1)")
  public func unsqueeze(dim: Int) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.squeezed(at: 1)")
  public func squeeze() -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.squeezed(at: 1)")
  public func squeeze(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.squeezed(at: 1)")
  public func squeezed() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.flipped(along: [1])")
  public func flip(_ axes: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.flipped(along: [1])")
  public func flip(_ axes: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.count; along one axis, x.shape[0]")
  public var size: Int { fatalError() }
  @available(*, unavailable, message: "write x.shape, x.shape[0] for one axis")
  public func size(_ axis: Int...) -> Int { fatalError() }

  @available(*, unavailable, message: "write x.count")
  public func numel() -> Int { fatalError() }

  @available(*, unavailable, message: "write x.rank")
  public var ndim: Int { fatalError() }
  @available(*, unavailable, message: "write x.rank")
  public func dim() -> Int { fatalError() }

  @available(*, unavailable, message: "write x.elementType")
  public var dtype: ElementType { fatalError() }

  @available(*, unavailable, message: "write x.converted(to: .float32)")
  public func astype(_ type: Any) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.converted(to: .float32)")
  public func float() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.converted(to: .float64)")
  public func double() -> Tensor { fatalError() }

  @available(
    *, unavailable,
    message: "write var y = x: a tensor is a value, and changing y leaves x as it is"
  )
  public func copy() -> Tensor { fatalError() }
  @available(
    *, unavailable,
    message: "write var y = x: a tensor is a value, and changing y leaves x as it is"
  )
  public func clone() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.replacing(with: -1e9, where: m)")
  public func masked_fill(_ mask: Mask, _ scalar: Double) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.gathered(at: labels, along: 1)")
  public func gather(_ axis: Int, _ indices: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write min(max(x, a), b)")
  public func clip(_ a: Double, _ b: Double) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write min(max(x, a), b)")
  public func clamp(_ a: Double, _ b: Double) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write min(max(x, a), b)")
  public func clamp(min a: Double, max b: Double) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write min(max(x, a), b)")
  public func clamp(min a: Double) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write min(max(x, a), b)")
  public func clamped(to range: ClosedRange<Double>) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write sqrt(x)")
  public func squareRoot() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x * x")
  public func square() -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x * x")
  public func squared() -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.expandingAxis(at: 1) * y")
  public func outer(_ y: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x .!= x: NaN alone differs from itself")
  public var isNaN: Mask { fatalError() }

  @available(*, unavailable, message: "write x = Tensor(zerosLike: x)")
  public mutating func zero() { fatalError() }

  @available(*, unavailable, message: "write x + y, or x += y to change x")
  public func add(_ y: Tensor) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x + y, or x += y to change x")
  public func add(_ y: Double) -> Tensor { fatalError() }
}

extension [Tensor] {
  @available(*, unavailable, message: "write tensors.reduce(0, +)")
  public func sum() -> Tensor { fatalError() }
}
