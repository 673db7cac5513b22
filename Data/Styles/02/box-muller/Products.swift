import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var dx = Tensor(zerosLike: x)
    var dw = Tensor(zerosLike: weights)
    let all = x.shape[0] * x.shape[1] * weights.shape[1]
    for number in 0..<all {
      let m = number % weights.shape[1]
      let d = number / weights.shape[1] % x.shape[1]
      let n = number / weights.shape[1] / x.shape[1]
      dx[n, d] += upstream[n, m] * weights[d, m]
      dw[d, m] += upstream[n, m] * x[n, d]
    }
    return (dx, dw)
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    (
      x: upstream.tensordot(weights, along: [1], and: [1]),
      weights: x.tensordot(upstream, along: [0], and: [0])
    )
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    var atA = Tensor(zerosLike: a)
    var atB = Tensor(zerosLike: b)
    var atWeights = Tensor(zerosLike: weights)
    for n in 0..<a.shape[0] {
      for i in 0..<a.shape[1] {
        for j in 0..<b.shape[1] {
          let pair = a[n, i] * b[n, j]
          var both = 0.0
          for k in 0..<upstream.shape[1] {
            both += upstream[n, k] * weights[i, j, k]
            atWeights[i, j, k] += upstream[n, k] * pair
          }
          atA[n, i] += both * b[n, j]
          atB[n, j] += both * a[n, i]
        }
      }
    }
    return (a: atA, b: atB, weights: atWeights)
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let uw = upstream.tensordot(weights, along: [1], and: [2])  // [N, I, J]
    let n = a.shape[0]
    let ga = (uw * b.reshaped(to: [n, 1, -1])).sum(along: 2)
    let gb = (uw * a.reshaped(to: [n, -1, 1])).sum(along: 1)
    let gw = (a.reshaped(to: [n, -1, 1]) * b.reshaped(to: [n, 1, -1])).tensordot(upstream, along: [0], and: [0])
    return (ga, gb, gw)
  }
}
