import Tensors

/// The logistic function, entry by entry.
///
///     y = 1 / (1 + e⁻ˣ)
///
/// | name | shape | meaning                      |
/// | ---- | ----- | ---------------------------- |
/// | `x`  | any   | the inputs                   |
/// | `y`  | as x  | the outputs, between 0 and 1 |
public struct Sigmoid: Layer {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let y = Maths.sigmoid(x)
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * cache * (1 - cache)
  }
}

/// All the mathematics of the exercise, in one place.
enum Maths {
  static func sigmoid(_ x: Tensor) -> Tensor { 1 / (1 + exp(-x)) }
  static func rectified(_ x: Tensor) -> Tensor { max(x, 0) }
  static func rows(_ x: Tensor) -> Tensor { x.reshaped(to: [x.shape[0], -1]) }
  static func affine(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor { rows(x).matmul(w) + b }
  static func logSoftmax(_ z: Tensor) -> Tensor {
    let s = z - z.max(along: 1, keepingAxis: true)
    return s - log(exp(s).sum(along: 1, keepingAxis: true))
  }
  static func squaredNorm(_ w: Tensor) -> Double { (w * w).sum() }
  static func pieces<C: Collection>(of things: C, size: Int) -> [[C.Element]] {
    var result: [[C.Element]] = []
    for thing in things {
      if let last = result.last, last.count < size { result[result.count - 1].append(thing) } else { result.append([thing]) }
    }
    return result
  }
}
