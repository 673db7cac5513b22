import Exercise05
import Exercise06
import Tensors

/// A network that has to say again what it was shown, after it has put it in few numbers.
///
///     x → encoder → code → decoder → y
///
/// Both are affine layers with a ReLU behind each, but for the very last, which has none behind it. The
/// decoder has the sizes of the encoder in reverse.
///
/// | name    | shape    | meaning                           |
/// | ------- | -------- | --------------------------------- |
/// | `x`     | `[N, D]` | N samples                         |
/// | `code`  | `[N, L]` | what is left of each sample, L numbers, none below 0 |
/// | `y`     | `[N, D]` | the reconstructions               |
public struct Autoencoder: Sendable {
  /// The encoder's layers, and as many of the decoder.
  public var network: ClassificationNet

  /// The network is given.
  public init(network: ClassificationNet) {
    self.network = network
  }

  /// How many layers the encoder has.
  public var depth: Int { network.layers.count / 2 }

  /// A new autoencoder: `sizes` is [D, hidden, …, L], those of the encoder.
  ///
  /// Weights are drawn as `Initialization.he` does, layer by layer from the first; biases are 0.
  public init(sizes: [Int], using generator: inout some RandomNumberGenerator) {
    var layers: [Affine] = []
    func add(_ inputs: Int, _ outputs: Int) {
      let deviation = (2 / Double(inputs)).squareRoot()
      layers.append(
        Affine(
          weights: deviation * Tensor(normal: [inputs, outputs], using: &generator),
          bias: Tensor(zeros: [outputs])))
    }
    for i in 1..<sizes.count { add(sizes[i - 1], sizes[i]) }
    for i in (1..<sizes.count).reversed() { add(sizes[i], sizes[i - 1]) }
    network = ClassificationNet(layers: layers)
  }

  /// Returns the code of each sample of `x`.
  public func encoded(_ x: Tensor) -> Tensor {
    var signal = x
    for i in 0..<depth {
      signal = max(signal.matmul(network.layers[i].weights) + network.layers[i].bias, 0)
    }
    return signal
  }

  /// Returns the reconstructions that belong to codes.
  public func decoded(_ code: Tensor) -> Tensor {
    var signal = code
    for i in depth..<2 * depth {
      signal = network.layers[i].forward(signal).output
      if i < 2 * depth - 1 { signal = max(signal, 0) }
    }
    return signal
  }

  /// Returns the mean squared error of the reconstructions of `x`, and its gradient at each parameter of
  /// the network, in their order.
  ///
  ///     loss = 1/(N·D) · Σ (y - target)²
  ///
  /// The target of an autoencoder is `x` itself. One that learns to clean its input has another.
  public func loss(_ x: Tensor, target: Tensor) -> (loss: Double, gradients: [Tensor]) {
    var signals = [x]
    for (i, layer) in network.layers.enumerated() {
      let y = layer.forward(signals[i]).output
      signals.append(i == 2 * depth - 1 ? y : max(y, 0))
    }
    let error = signals[2 * depth] - target
    var gradients: [Tensor] = []
    var g = 2.0 * error / error.count
    for i in (0..<2 * depth).reversed() {
      gradients.insert(contentsOf: [signals[i].transposed().matmul(g), g.sum(along: 0)], at: 0)
      g = g.matmul(network.layers[i].weights.transposed()) * (signals[i] .> 0)
    }
    return ((error * error).sum() / Double(error.count), gradients)
  }
}
