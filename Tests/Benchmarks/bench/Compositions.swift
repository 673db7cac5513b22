import Tensors

func softmax(_ x: Tensor) -> Tensor {
  let powers = exp(x - x.max(along: x.rank - 1, keepingAxis: true))
  return powers / powers.sum(along: x.rank - 1, keepingAxis: true)
}

/// Layers of exercises to come, as a student would write them.
func timeCompositions(_ rows: inout Rows) {
  guard rows.wants("layers") else { return }
  for (typeName, type) in types {
    func time(_ name: String, _ body: () -> Void) {
      rows.measure("layers", "\(name) \(typeName)", body)
    }
    let scores = random([1000, 1000], type)
    time("softmax 1000x1000") { use(softmax(scores)) }
    let logits = random([256, 10], type)
    time("softmax 256x10") { use(softmax(logits)) }

    let x = random([256, 1024], type)
    let (gamma, beta) = (random([1024], type), random([1024], type))
    time("batch norm 256x1024") {
      let centred = x - x.mean(along: 0)
      let variance = (centred * centred).mean(along: 0)
      use(centred * (gamma / sqrt(variance + 1e-5)) + beta)
    }

    let queries = random([32, 8, 64, 32], type)
    let (keys, values) = (random([32, 8, 64, 32], type), random([32, 8, 64, 32], type))
    time("attention 32x8x64x32") {
      let scores = queries.matmul(keys.transposed(permuting: [0, 1, 3, 2])) * 0.176776695
      use(softmax(scores).matmul(values))
    }

    let images = random([64, 32, 32, 32], type)
    time("max pool 64x32x32x32") {
      use(images.reshaped(to: [64, 32, 16, 2, 16, 2]).max(along: 5).max(along: 3))
    }

    let table = random([10_000, 64], type)
    let words = (0..<4096).map { $0 * 7919 % 10_000 }
    time("embedding 4096 of 10000x64") { use(table.rows(at: words)) }
  }
}
