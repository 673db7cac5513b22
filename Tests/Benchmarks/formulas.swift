import Tensors

// Formulas of later exercises, written as they stand in a book: what the compiler takes to check them.

func gelu(_ x: Tensor) -> Tensor {
  0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)))
}

func geluSlope(_ x: Tensor, _ upstream: Tensor) -> Tensor {
  let inner = tanh(0.7978845608028654 * (x + 0.044715 * pow(x, 3)))
  return upstream
    * (0.5 * (1 + inner) + 0.5 * x * (1 - inner * inner) * 0.7978845608028654
      * (1 + 3 * 0.044715 * x * x))
}

func softmaxChain(_ z: Tensor) -> Tensor {
  exp(z - z.max(along: 1, keepingAxis: true))
    / exp(z - z.max(along: 1, keepingAxis: true)).sum(along: 1, keepingAxis: true)
}

func logisticLoss(_ z: Tensor, _ y: Tensor) -> Double {
  (max(z, 0) - z * y + log(1 + exp(-abs(z)))).mean()
}

func lstmStep(
  _ x: Tensor, _ h: Tensor, _ c: Tensor, _ w: [Tensor], _ u: [Tensor], _ b: [Tensor]
) -> (h: Tensor, c: Tensor) {
  let i = 1 / (1 + exp(-(x.matmul(w[0]) + h.matmul(u[0]) + b[0])))
  let f = 1 / (1 + exp(-(x.matmul(w[1]) + h.matmul(u[1]) + b[1])))
  let g = tanh(x.matmul(w[2]) + h.matmul(u[2]) + b[2])
  let o = 1 / (1 + exp(-(x.matmul(w[3]) + h.matmul(u[3]) + b[3])))
  let next = f * c + i * g
  return (o * tanh(next), next)
}

func adamStep(
  _ w: inout Tensor, _ m: inout Tensor, _ v: inout Tensor, _ g: Tensor, _ t: Int
) {
  let (rate, beta1, beta2) = (0.001, 0.9, 0.999)
  m = beta1 * m + (1 - beta1) * g
  v = beta2 * v + (1 - beta2) * g * g
  w -=
    rate * (m / (1 - pow(beta1, Double(t))))
    / (sqrt(v / (1 - pow(beta2, Double(t)))) + 1e-8)
}

func batchNormBackward(
  _ upstream: Tensor, _ x: Tensor, _ gamma: Tensor, _ epsilon: Double
) -> (x: Tensor, gamma: Tensor, beta: Tensor) {
  let n = Double(x.shape[0])
  let centred = x - x.mean(along: 0)
  let variance = (centred * centred).mean(along: 0)
  let normal = centred / sqrt(variance + epsilon)
  let dx =
    gamma / (n * sqrt(variance + epsilon))
    * (n * upstream - upstream.sum(along: 0) - normal * (upstream * normal).sum(along: 0))
  return (dx, (upstream * normal).sum(along: 0), upstream.sum(along: 0))
}

func attention(_ q: Tensor, _ k: Tensor, _ v: Tensor, _ blocked: Mask) -> Tensor {
  let scores = (q.matmul(k.transposed()) / sqrt(Double(q.shape[1])))
    .replacing(with: -1e9, where: blocked)
  let weights = exp(scores - scores.max(along: 1, keepingAxis: true))
  return (weights / weights.sum(along: 1, keepingAxis: true)).matmul(v)
}

func polynomial(_ x: Tensor) -> Tensor {
  1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x / 720)))))
}

func leaky(_ x: Tensor, _ upstream: Tensor) -> Tensor {
  upstream * (Tensor(x .> 0) + 0.01 * Tensor(x .<= 0)) + 2 * 1e-4 * x * (1 - 0.5) / 3
}

func focal(_ p: Tensor, _ y: Tensor) -> Double {
  -(0.25 * y * pow(1 - p, 2) * log(p + 1e-12) + 0.75 * (1 - y) * pow(p, 2) * log(1 - p + 1e-12))
    .mean()
}

func table() -> Tensor {
  Tensor([
    [1, 2, 3, 4, 5, 6, 7, 8], [-1, 2.5, -3, 4, 0.5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8],
    [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8],
    [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, -8],
  ])
}

func loops(_ x: Tensor, _ w: Tensor) -> Tensor {
  var y = Tensor(zeros: [x.shape[0], w.shape[1]])
  for i in 0..<x.shape[0] {
    for j in 0..<w.shape[1] {
      for k in 0..<x.shape[1] {
        y[i, j] += 2 * x[i, k] * w[k, j] - (x[i, k] - 1) * (w[k, j] - 1) / 2 + x[i, 0] * w[0, j]
      }
    }
  }
  return y
}
