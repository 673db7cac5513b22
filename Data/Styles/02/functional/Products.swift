import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var slopes = (x: Tensor(zerosLike: x), weights: Tensor(zerosLike: weights))
    for n in 0..<x.shape[0] {
      for d in 0..<x.shape[1] {
        for m in 0..<weights.shape[1] {
          slopes.x[n, d] += upstream[n, m] * weights[d, m]
          slopes.weights[d, m] += upstream[n, m] * x[n, d]
        }
      }
    }
    return slopes
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    (
      x: upstream.matmul(weights.transposed()),
      weights: x.transposed().matmul(upstream)
    )
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let (n, i, j, k) = (
      0..<a.shape[0], 0..<a.shape[1], 0..<b.shape[1], 0..<weights.shape[2]
    )
    func sum(_ range: Range<Int>, _ term: (Int) -> Double) -> Double {
      range.map(term).reduce(0, +)
    }
    return (
      a: Tensor(
        n.map { n in
          i.map { i in sum(j) { j in sum(k) { upstream[n, $0] * weights[i, j, $0] * b[n, j] } } }
        }),
      b: Tensor(
        n.map { n in
          j.map { j in sum(i) { i in sum(k) { upstream[n, $0] * weights[i, j, $0] * a[n, i] } } }
        }),
      weights: Tensor(
        i.map { i in j.map { j in k.map { k in sum(n) { upstream[$0, k] * a[$0, i] * b[$0, j] } } }
        })
    )
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let (n, i, j, k) = (a.shape[0], weights.shape[0], weights.shape[1], weights.shape[2])
    let above = upstream.reshaped(to: [n, 1, k])
    let outputsAndB = (b.reshaped(to: [n, j, 1]) * above).reshaped(to: [n, j * k])
    let outputsAndA = (a.reshaped(to: [n, i, 1]) * above).reshaped(to: [n, i * k])
    let byB = weights.transposed(permuting: [1, 0, 2]).reshaped(to: [j, i * k])
    return (
      a: outputsAndB.matmul(weights.reshaped(to: [i, j * k]).transposed()),
      b: outputsAndA.matmul(byB.transposed()),
      weights: a.transposed().matmul(outputsAndB).reshaped(to: [i, j, k])
    )
  }
}
