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
    // TODO: 8.15  Write the sizes of [5, 4, 2] and back down: how many twos are there?
    unfinished("8.15")
  }

  /// Returns the code of each sample of `x`.
  public func encoded(_ x: Tensor) -> Tensor {
    // TODO: 8.16  The first half of the layers, with a ReLU behind every one of them.
    unfinished("8.16")
  }

  /// Returns the reconstructions that belong to codes.
  public func decoded(_ code: Tensor) -> Tensor {
    // TODO: 8.17  What has a network of the second half of the layers behind its last one?
    unfinished("8.17")
  }

  /// Returns the mean squared error of the reconstructions of `x`, and its gradient at each parameter of
  /// the network, in their order.
  ///
  ///     loss = 1/(N·D) · Σ (y - target)²
  ///
  /// The target of an autoencoder is `x` itself. One that learns to clean its input has another.
  public func loss(_ x: Tensor, target: Tensor) -> (loss: Double, gradients: [Tensor]) {
    // TODO: 8.18  All the way back through both halves. How many numbers are averaged?
    unfinished("8.18")
  }
}
