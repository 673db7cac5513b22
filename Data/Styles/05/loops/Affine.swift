import Tensors

public struct Affine: Sendable {
  public var weights: Tensor
  public var bias: Tensor

  public init(weights: Tensor, bias: Tensor) {
    self.weights = weights
    self.bias = bias
  }

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let rows = flat(x)
    var y = rows.matmul(weights)
    for n in 0..<y.shape[0] {
      for m in 0..<y.shape[1] {
        y[n, m] += bias[m]
      }
    }
    return (y, x)
  }

  // One sample after the other, adding up.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let rows = flat(cache)
    var dweights = Tensor(zerosLike: weights)
    var dbias = Tensor(zerosLike: bias)
    var dx: [Tensor] = []
    for n in 0..<rows.shape[0] {
      let x = rows[n..<n + 1]
      let dy = upstream[n..<n + 1]
      dweights += x.transposed().matmul(dy)
      dbias += dy.row(0)
      dx.append(dy.matmul(weights.transposed()))
    }
    let all = Tensor(concatenating: dx, along: 0)
    return (x: all.reshaped(to: cache.shape), weights: dweights, bias: dbias)
  }

  private func flat(_ x: Tensor) -> Tensor {
    var size = 1
    for d in x.shape.dropFirst() { size *= d }
    return x.reshaped(to: [x.shape[0], size])
  }
}
