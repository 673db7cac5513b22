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
    let all = sizes + sizes.reversed().dropFirst()
    let layers = zip(all, all.dropFirst()).map { inputs, outputs in
      Affine(
        weights: Initialization.he.weights(inputs: inputs, outputs: outputs, using: &generator),
        bias: Tensor(zeros: [outputs]))
    }
    self.init(network: ClassificationNet(layers: layers))
  }

  /// Returns the code of each sample of `x`.
  public func encoded(_ x: Tensor) -> Tensor {
    network.layers.prefix(depth).reduce(x) { signal, layer in
      network.activation.forward(layer.forward(signal).output).output
    }
  }

  /// Returns the reconstructions that belong to codes.
  public func decoded(_ code: Tensor) -> Tensor {
    ClassificationNet(
      layers: Array(network.layers.suffix(depth)), activation: network.activation
    ).forward(code).logits
  }

  /// Returns the mean squared error of the reconstructions of `x`, and its gradient at each parameter of
  /// the network, in their order.
  ///
  ///     loss = 1/(N·D) · Σ (y - target)²
  ///
  /// The target of an autoencoder is `x` itself. One that learns to clean its input has another.
  public func loss(_ x: Tensor, target: Tensor) -> (loss: Double, gradients: [Tensor]) {
    let (y, caches) = network.forward(x)
    let difference = y - target
    var upstream = difference * 2 / difference.count
    var gradients: [Tensor] = []
    for (i, layer) in network.layers.enumerated().reversed() {
      let back = layer.backward(upstream, cache: caches[2 * i])
      gradients = [back.weights, back.bias] + gradients
      upstream =
        i > 0 ? network.activation.backward(back.x, cache: caches[2 * i - 1]) : back.x
    }
    return ((difference * difference).sum() / Double(x.shape[0]), gradients)
  }
}
