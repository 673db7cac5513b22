import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    let zeilen = x.shape[0], innen = x.shape[1], spalten = weights.shape[1]
    let u = upstream.scalars, ein = x.scalars, w = weights.scalars
    var anX = [Double](repeating: 0, count: ein.count)
    var anW = [Double](repeating: 0, count: w.count)
    for n in 0..<zeilen {
      for d in 0..<innen {
        for m in 0..<spalten {
          anX[n * innen + d] += u[n * spalten + m] * w[d * spalten + m]
          anW[d * spalten + m] += u[n * spalten + m] * ein[n * innen + d]
        }
      }
    }
    return (x: Tensor(shape: x.shape, scalars: anX), weights: Tensor(shape: weights.shape, scalars: anW))
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    let anX = weights.matmul(upstream.transposed()).transposed()
    let anW = upstream.transposed().matmul(x).transposed()
    return (x: anX, weights: anW)
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let (anzahl, I, J, K) = (a.shape[0], weights.shape[0], weights.shape[1], weights.shape[2])
    let u = upstream.scalars, aa = a.scalars, bb = b.scalars, w = weights.scalars
    var anA = [Double](repeating: 0, count: aa.count)
    var anB = [Double](repeating: 0, count: bb.count)
    var anW = [Double](repeating: 0, count: w.count)
    for n in 0..<anzahl { for i in 0..<I { for j in 0..<J { for k in 0..<K {
      let stelle = (i * J + j) * K + k
      anA[n * I + i] += u[n * K + k] * w[stelle] * bb[n * J + j]
      anB[n * J + j] += u[n * K + k] * w[stelle] * aa[n * I + i]
      anW[stelle] += u[n * K + k] * aa[n * I + i] * bb[n * J + j]
    } } } }
    return (
      Tensor(shape: a.shape, scalars: anA), Tensor(shape: b.shape, scalars: anB),
      Tensor(shape: weights.shape, scalars: anW)
    )
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let (n, i, j, k) = (a.shape[0], weights.shape[0], weights.shape[1], weights.shape[2])
    let paare = (a.reshaped(to: [n, i, 1]) * b.reshaped(to: [n, 1, j])).reshaped(to: [n, i * j])
    let flach = weights.reshaped(to: [i * j, k])
    // das ist nun ein gewoehnliches Matrixprodukt: y = paare · flach
    let (anPaaren, anFlach) = MatrixProduct.gradients(upstream, x: paare, weights: flach)
    let tafel = anPaaren.reshaped(to: [n, i, j])
    return (
      a: (tafel * b.reshaped(to: [n, 1, j])).sum(along: 2), b: (tafel * a.reshaped(to: [n, i, 1])).sum(along: 1),
      weights: anFlach.reshaped(to: [i, j, k])
    )
  }
}
