import Exercise09
import Tensors

public func interpolationWeights(count: Int, factor: Int, alignsCorners: Bool) -> Tensor {
  // Each input is a hat of width 2; an output has what the hats have at its place.
  let outputs = factor * count
  let end = Double(count - 1)
  let rows = (0..<outputs).map { i -> [Double] in
    let free =
      alignsCorners
      ? (outputs > 1 ? Double(i) * end / Double(outputs - 1) : 0)
      : (Double(2 * i + 1) - Double(factor)) / Double(2 * factor)
    let place = free < 0 ? 0 : free > end ? end : free
    return (0..<count).map { j in
      let distance = abs(place - Double(j))
      return distance < 1 ? 1 - distance : 0
    }
  }
  return Tensor(rows)
}

public struct BilinearUpsampling: Module {
  public var factor: Int
  public var alignsCorners: Bool

  public init(factor: Int, alignsCorners: Bool = false) {
    self.factor = factor
    self.alignsCorners = alignsCorners
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // R · x · Cᵀ, a channel at a time.
    let shape = x.shape
    let r = interpolationWeights(count: shape[2], factor: factor, alignsCorners: alignsCorners)
    let c = interpolationWeights(count: shape[3], factor: factor, alignsCorners: alignsCorners)
    let planes = x.reshaped(to: [-1, shape[2], shape[3]])
    let larger = (0..<planes.shape[0]).map {
      r.matmul(planes.row($0)).matmul(c.transposed()).expandingAxis(at: 0)
    }
    let y = Tensor(concatenating: larger, along: 0)
    return (y.reshaped(to: [shape[0], shape[1], shape[2] * factor, shape[3] * factor]), [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let shape = cache[0].shape
    let r = interpolationWeights(count: shape[2], factor: factor, alignsCorners: alignsCorners)
    let c = interpolationWeights(count: shape[3], factor: factor, alignsCorners: alignsCorners)
    let planes = upstream.reshaped(to: [-1, upstream.shape[2], upstream.shape[3]])
    let smaller = (0..<planes.shape[0]).map {
      r.transposed().matmul(planes.row($0)).matmul(c).expandingAxis(at: 0)
    }
    return (Tensor(concatenating: smaller, along: 0).reshaped(to: shape), [])
  }
}
