import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var atX = Tensor(zerosLike: x)
    for n in 0..<x.shape[0] {
      for d in 0..<x.shape[1] {
        var sum = 0.0
        for m in 0..<weights.shape[1] {
          sum += upstream[n, m] * weights[d, m]
        }
        atX[n, d] = sum
      }
    }
    var atWeights = Tensor(zerosLike: weights)
    for d in 0..<weights.shape[0] {
      for m in 0..<weights.shape[1] {
        var sum = 0.0
        for n in 0..<x.shape[0] {
          sum += upstream[n, m] * x[n, d]
        }
        atWeights[d, m] = sum
      }
    }
    return (x: atX, weights: atWeights)
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    let weightsTransposed: Tensor = weights.transposed()
    let xTransposed: Tensor = x.transposed()
    let atX = upstream.matmul(weightsTransposed)
    let atWeights = xTransposed.matmul(upstream)
    return (x: atX, weights: atWeights)
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
    let N = a.shape[0], I = weights.shape[0], J = weights.shape[1], K = weights.shape[2];
    let bu = (b.reshaped(to: [N, J, 1]) * upstream.reshaped(to: [N, 1, K])).reshaped(to: [N, J * K]);
    let au = (a.reshaped(to: [N, I, 1]) * upstream.reshaped(to: [N, 1, K])).reshaped(to: [N, I * K]);
    let da = bu.matmul(weights.reshaped(to: [I, J * K]).transposed());
    let db = au.matmul(weights.transposed(permuting: [0, 2, 1]).reshaped(to: [I * K, J]));
    let dw = a.transposed().matmul(bu).reshaped(to: [I, J, K]);
    return (a: da, b: db, weights: dw);
  }
}
