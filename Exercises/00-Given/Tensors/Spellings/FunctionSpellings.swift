// Functions that NumPy and PyTorch have beside their arrays.

@available(*, unavailable, message: "write exp(y * log(x))")
public func pow(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write exp(x * log(2.0))")
public func pow(_ base: Double, _ x: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write pow(x, 2)")
public func power(_ x: Tensor, _ exponent: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x * x")
public func square(_ x: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write sqrt(Double(n))")
public func sqrt(_ n: Int) -> Double { fatalError() }

@available(*, unavailable, message: "write exp(Double(n))")
public func exp(_ n: Int) -> Double { fatalError() }

@available(*, unavailable, message: "write log(Double(n))")
public func log(_ n: Int) -> Double { fatalError() }

@available(*, unavailable, message: "write x.sum(); of an array of numbers, a.reduce(0, +)")
public func sum<X>(_ x: X) -> Double { fatalError() }
@available(*, unavailable, message: "write x.sum(along: 1)")
public func sum(_ x: Tensor, axis: Int) -> Tensor { fatalError() }

@available(
  *, unavailable,
  message: "write x.mean(); of an array of numbers, a.reduce(0, +) / Double(a.count)"
)
public func mean<X>(_ x: X) -> Double { fatalError() }
@available(*, unavailable, message: "write x.mean(along: 1)")
public func mean(_ x: Tensor, axis: Int) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.max()")
public func max(_ x: Tensor) -> Double { fatalError() }

@available(*, unavailable, message: "write max(x, y)")
public func maximum(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write max(x, 0)")
public func maximum(_ x: Tensor, _ y: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write max(0, x)")
public func maximum(_ x: Double, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write max(x, Double(n))")
public func max(_ x: Tensor, _ n: Int) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.min()")
public func min(_ x: Tensor) -> Double { fatalError() }

@available(*, unavailable, message: "write min(x, y)")
public func minimum(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write min(x, 0)")
public func minimum(_ x: Tensor, _ y: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write min(0, x)")
public func minimum(_ x: Double, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write min(x, Double(n))")
public func min(_ x: Tensor, _ n: Int) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.argmax(along: 1)")
public func argmax(_ x: Tensor) -> [Int] { fatalError() }
@available(*, unavailable, message: "write x.argmax(along: 1)")
public func argmax(_ x: Tensor, axis: Int) -> [Int] { fatalError() }

@available(*, unavailable, message: "write x.matmul(y)")
public func matmul(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }
@available(*, unavailable, message: "write x.matmul(y)")
public func dot(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.transposed()")
public func transpose(_ x: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write b.replacing(with: a, where: m)")
public func `where`(_ m: Mask, _ a: Tensor, _ b: Tensor) -> Tensor { fatalError() }
@available(*, unavailable, message: "write b.replacing(with: a, where: m)")
public func `where`(_ m: Mask, _ a: Double, _ b: Tensor) -> Tensor { fatalError() }

@available(
  *, unavailable, message: "write Tensor(repeating: b, shape: m.shape).replacing(with: a, where: m)"
)
public func `where`(_ m: Mask, _ a: Double, _ b: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write min(max(x, a), b)")
public func clip(_ x: Tensor, _ a: Double, _ b: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.shape[0]")
public func len(_ x: Tensor) -> Int { fatalError() }

@available(*, unavailable, message: "write Tensor(concatenating: [x, y], along: 0)")
public func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor { fatalError() }
@available(*, unavailable, message: "write Tensor(concatenating: [x, y], along: 0)")
public func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor { fatalError() }

@available(
  *, unavailable,
  message: "write Tensor(concatenating: [x, y].map { $0.expandingAxis(at: 0) }, along: 0)"
)
public func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x.expandingAxis(at: 1) * y")
public func outer(_ x: Tensor, _ y: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write x .!= x: NaN alone differs from itself")
public func isnan(_ x: Tensor) -> Mask { fatalError() }

@available(*, unavailable, message: "write max(max(x, y), z)")
public func max(_ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { fatalError() }
@available(*, unavailable, message: "write max(max(x, y), d)")
public func max(_ x: Tensor, _ y: Tensor, _ d: Double) -> Tensor { fatalError() }

@available(*, unavailable, message: "write list.max()!, an array's largest")
public func max(_ list: [Double]) -> Double { fatalError() }
@available(*, unavailable, message: "write list.min()!, an array's smallest")
public func min(_ list: [Double]) -> Double { fatalError() }

@available(*, unavailable, message: "write max(Double(n), x)")
public func max(_ n: Int, _ x: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write min(Double(n), x)")
public func min(_ n: Int, _ x: Tensor) -> Tensor { fatalError() }

@available(*, unavailable, message: "write pow(Double(n), 2)")
public func pow(_ n: Int, _ exponent: Int) -> Double { fatalError() }
