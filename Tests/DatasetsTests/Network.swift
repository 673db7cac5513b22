import Tensors

/// Affine layers with ReLU between them, trained on the softmax loss with momentum.
///
/// The measure of the synthetic images, written out here because the course's own layers are what
/// the students have to write.
struct Network {
  private var weights: [Tensor]
  private var biases: [Tensor]
  private var weightVelocities: [Tensor]
  private var biasVelocities: [Tensor]

  init(sizes: [Int], using generator: inout some RandomNumberGenerator) {
    weights = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let scale = (2 / Double(inputs)).squareRoot() * (sizes.count > 2 ? 1 : 0.1)
      weights.append(Tensor(normal: [inputs, outputs], using: &generator) * scale)
    }
    weights = weights.map { $0.converted(to: .float32) }
    biases = sizes.dropFirst().map { Tensor(zeros: [$0]).converted(to: .float32) }
    weightVelocities = weights.map { Tensor(zerosLike: $0) }
    biasVelocities = biases.map { Tensor(zerosLike: $0) }
  }

  /// The input `[N, D]`, then what each layer makes of it; the last are the scores `[N, C]`.
  func activations(_ x: Tensor) -> [Tensor] {
    var result = [x]
    for (i, (weight, bias)) in zip(weights, biases).enumerated() {
      let z = result[i].matmul(weight) + bias
      result.append(i < weights.count - 1 ? max(z, 0) : z)
    }
    return result
  }

  /// One step of gradient descent on images `[N, D]`.
  mutating func step(_ x: Tensor, _ labels: [Int], learningRate: Double) {
    let activations = activations(x)
    let scores = activations.last!
    let powers = exp(scores - scores.max(along: 1, keepingAxis: true))
    let probabilities = powers / powers.sum(along: 1, keepingAxis: true)
    let target = Tensor(oneHot: labels, count: scores.shape[1])
    var upstream = (probabilities - target) / Double(labels.count)
    for i in weights.indices.reversed() {
      let input = activations[i]
      let weightGradient = input.transposed().matmul(upstream) + weights[i] * 0.001
      let biasGradient = upstream.sum(along: 0)
      if i > 0 {
        upstream = upstream.matmul(weights[i].transposed())
          .replacing(with: 0, where: input .== 0)
      }
      weightVelocities[i] = weightVelocities[i] * 0.9 - weightGradient * learningRate
      biasVelocities[i] = biasVelocities[i] * 0.9 - biasGradient * learningRate
      weights[i] += weightVelocities[i]
      biases[i] += biasVelocities[i]
    }
  }
}
