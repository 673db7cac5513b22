import Exercise05
import Exercise06
import Tensors

extension Transfer {
  /// Returns an autoencoder that has learnt to say again `images` `[N, C, H, W]`. `epochDone` is called
  /// with the mean loss of each epoch as it is done.
  ///
  /// Its encoder has the sizes D = C · H · W and `hidden`.
  public func pretrained(
    on images: Tensor, using generator: inout SeededGenerator,
    epochDone: (Double) -> Void = { _ in }
  ) -> Autoencoder {
    // TODO: 8.20  A loop as the solver of exercise 05 has it: shuffle, take batches, move parameters.
    unfinished("8.20")
  }

  /// Returns a network of the layers of `autoencoder`'s encoder, as they are, and behind them a new one
  /// for `classes` classes, with weights as `Initialization.he` draws them and the bias 0.
  public func classifier(
    on autoencoder: Autoencoder, classes: Int, using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // TODO: 8.21  Who has learnt something, the encoder or the decoder?
    unfinished("8.21")
  }

  /// Returns `network` after it has learnt the `labels` of `images` `[n, …]`: all its layers, not only
  /// the last.
  public func trained(
    _ network: ClassificationNet, on images: Tensor, labels: [Int],
    using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // TODO: 8.22  The solver of exercise 05 does it, if you give it an optimizer.
    unfinished("8.22")
  }
}
