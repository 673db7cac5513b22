import Tensors

/// A convolution of loops, there and back, of one group, without padding, stride and dilation: what the time
/// of a quick one is measured by, so that nobody's loops have to be slow. It stands here since it is
/// optimized as student code is, and answers are not.
public struct LoopConvolution: Sendable {
  private let weights: Tensor
  private let bias: Tensor

  public init(weights: Tensor, bias: Tensor) {
    self.weights = weights
    self.bias = bias
  }

  public func forward(_ x: Tensor) -> Tensor {
    let (height, width) = (weights.shape[2], weights.shape[3])
    let (rows, columns) = (x.shape[2] - height + 1, x.shape[3] - width + 1)
    var y = Tensor(zeros: [x.shape[0], bias.count, rows, columns])
    for n in 0..<x.shape[0] {
      for f in 0..<bias.count {
        for o in 0..<rows {
          for p in 0..<columns {
            var sum = bias[f]
            for c in 0..<x.shape[1] {
              for i in 0..<height {
                for j in 0..<width { sum += weights[f, c, i, j] * x[n, c, o + i, p + j] }
              }
            }
            y[n, f, o, p] = sum
          }
        }
      }
    }
    return y
  }

  /// The gradients at x, weights and bias.
  public func backward(_ upstream: Tensor, of x: Tensor) -> AffineGradients {
    var (dx, dw) = (Tensor(zerosLike: x), Tensor(zerosLike: weights))
    for n in 0..<x.shape[0] {
      for f in 0..<bias.count {
        for o in 0..<upstream.shape[2] {
          for p in 0..<upstream.shape[3] {
            let slope = upstream[n, f, o, p]
            for c in 0..<x.shape[1] {
              for i in 0..<weights.shape[2] {
                for j in 0..<weights.shape[3] {
                  dw[f, c, i, j] += slope * x[n, c, o + i, p + j]
                  dx[n, c, o + i, p + j] += slope * weights[f, c, i, j]
                }
              }
            }
          }
        }
      }
    }
    let db = upstream.sum(along: 3).sum(along: 2).sum(along: 0)
    return AffineGradients(x: dx, weights: dw, bias: db)
  }
}
