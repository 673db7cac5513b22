// Axes: one, and its label is `along`.

/// Other labels of an axis. Methods of a conformance that is unavailable, as operands are, since they
/// stand in long formulas.
public protocol AxisLabels {}

@available(
  *, unavailable,
  message: "write x.sum(along: 1) for axis: or dim:, and keepingAxis: true for keepdims:"
)
extension Tensor: AxisLabels {}

extension AxisLabels {
  public func sum(axis: Int, keepdims: Bool = false) -> Tensor { fatalError() }
  public func sum(dim: Int, keepdim: Bool = false) -> Tensor { fatalError() }
  public func sum(along axis: Int, keepdims: Bool) -> Tensor { fatalError() }
  public func sum(along axis: Int, keepdim: Bool) -> Tensor { fatalError() }
  public func sum(along axis: Int, keepDims: Bool) -> Tensor { fatalError() }

  public func mean(axis: Int, keepdims: Bool = false) -> Tensor { fatalError() }
  public func mean(dim: Int, keepdim: Bool = false) -> Tensor { fatalError() }
  public func mean(along axis: Int, keepdims: Bool) -> Tensor { fatalError() }
  public func mean(along axis: Int, keepdim: Bool) -> Tensor { fatalError() }
  public func mean(along axis: Int, keepDims: Bool) -> Tensor { fatalError() }

  public func max(axis: Int, keepdims: Bool = false) -> Tensor { fatalError() }
  public func max(dim: Int, keepdim: Bool = false) -> Tensor { fatalError() }
  public func max(along axis: Int, keepdims: Bool) -> Tensor { fatalError() }
  public func max(along axis: Int, keepdim: Bool) -> Tensor { fatalError() }
  public func max(along axis: Int, keepDims: Bool) -> Tensor { fatalError() }

  public func min(axis: Int, keepdims: Bool = false) -> Tensor { fatalError() }
  public func min(dim: Int, keepdim: Bool = false) -> Tensor { fatalError() }
  public func min(along axis: Int, keepdims: Bool) -> Tensor { fatalError() }
  public func min(along axis: Int, keepdim: Bool) -> Tensor { fatalError() }
  public func min(along axis: Int, keepDims: Bool) -> Tensor { fatalError() }
}

extension Tensor {
  @available(*, unavailable, message: "write x.sum(along: 2).sum(along: 0), the last axis first")
  public func sum(along axes: [Int], keepingAxis: Bool = false) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.sum(along: 2).sum(along: 0), the last axis first")
  public func sum(axis: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.mean(along: 2).mean(along: 0), the last axis first")
  public func mean(along axes: [Int], keepingAxis: Bool = false) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.mean(along: 2).mean(along: 0), the last axis first")
  public func mean(axis: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.max(along: 2).max(along: 0), the last axis first")
  public func max(along axes: [Int], keepingAxis: Bool = false) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.max(along: 2).max(along: 0), the last axis first")
  public func max(axis: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.min(along: 2).min(along: 0), the last axis first")
  public func min(along axes: [Int], keepingAxis: Bool = false) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.min(along: 2).min(along: 0), the last axis first")
  public func min(axis: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x.sum(along: 1)")
  public func sum(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.mean(along: 1)")
  public func mean(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.max(along: 1)")
  public func max(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.min(along: 1)")
  public func min(_ axis: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write x.argmax(along: 1)")
  public func argmax(_ axis: Int) -> [Int] { fatalError() }

  @available(*, unavailable, message: "write x.argmax(along: 1), of a vector x.argmax(along: 0)[0]")
  public func argmax() -> Int { fatalError() }

  @available(*, unavailable, message: "write x.argmax(along: 1)")
  public func argmax(axis: Int) -> [Int] { fatalError() }
  @available(*, unavailable, message: "write x.argmax(along: 1)")
  public func argmax(dim: Int) -> [Int] { fatalError() }

  @available(
    *, unavailable, message: "write (-x).argmax(along: 1), of a vector (-x).argmax(along: 0)[0]"
  )
  public func argmin() -> Int { fatalError() }

  @available(*, unavailable, message: "write (-x).argmax(along: 1)")
  public func argmin(along axis: Int) -> [Int] { fatalError() }
  @available(*, unavailable, message: "write (-x).argmax(along: 1)")
  public func argmin(axis: Int) -> [Int] { fatalError() }
  @available(*, unavailable, message: "write (-x).argmax(along: 1)")
  public func argmin(dim: Int) -> [Int] { fatalError() }

  @available(*, unavailable, message: "write pow(x - x.mean(), 2).mean()")
  public func `var`() -> Double { fatalError() }
  @available(*, unavailable, message: "write pow(x - x.mean(), 2).mean()")
  public func variance() -> Double { fatalError() }

  @available(*, unavailable, message: "write sqrt(pow(x - x.mean(), 2).mean())")
  public func std() -> Double { fatalError() }

  @available(
    *, unavailable, message: "write pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1)"
  )
  public func `var`(axis: Int) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1)"
  )
  public func `var`(dim: Int) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1)"
  )
  public func variance(along axis: Int) -> Tensor { fatalError() }

  @available(
    *, unavailable,
    message: "write sqrt(pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1))"
  )
  public func std(axis: Int) -> Tensor { fatalError() }
  @available(
    *, unavailable,
    message: "write sqrt(pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1))"
  )
  public func std(dim: Int) -> Tensor { fatalError() }
  @available(
    *, unavailable,
    message: "write sqrt(pow(x - x.mean(along: 1, keepingAxis: true), 2).mean(along: 1))"
  )
  public func std(along axis: Int) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write sqrt((x * x).sum())")
  public func norm() -> Double { fatalError() }
}
