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
    // begin 8.20: A loop as the solver of exercise 05 has it: shuffle, take batches, move parameters.
    let inputs = images.shape[1...].reduce(1, *)
    var autoencoder = Autoencoder(sizes: [inputs] + hidden, using: &generator)
    var optimizer = Adam(learningRate: pretrainingRate)
    for _ in 0..<pretrainingEpochs {
      let order = (0..<images.shape[0]).shuffled(using: &generator)
      var losses: [Double] = []
      for start in stride(from: 0, to: order.count, by: pretrainingBatch) {
        let x = images.rows(at: order[start..<min(start + pretrainingBatch, order.count)])
        let moved = randomlyShifted(x, limit: 3, using: &generator)
        let (loss, gradients) = autoencoder.loss(
          moved.reshaped(to: [-1, inputs]), target: x.reshaped(to: [-1, inputs]))
        optimizer.update(&autoencoder.network.parameters, along: gradients)
        losses.append(loss)
      }
      epochDone(losses.reduce(0, +) / Double(losses.count))
    }
    return autoencoder
    // end
  }

  /// Returns a network of the layers of `autoencoder`'s encoder, as they are, and behind them a new one
  /// for `classes` classes, with weights as `Initialization.he` draws them and the bias 0.
  public func classifier(
    on autoencoder: Autoencoder, classes: Int, using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // begin 8.21: Who has learnt something, the encoder or the decoder?
    let encoder = Array(autoencoder.network.layers.prefix(autoencoder.depth))
    let latent = encoder[encoder.count - 1].bias.count
    let head = Affine(
      weights: Initialization.he.weights(inputs: latent, outputs: classes, using: &generator),
      bias: Tensor(zeros: [classes]))
    return ClassificationNet(
      layers: encoder + [head], activation: autoencoder.network.activation)
    // end
  }

  /// Returns `network` after it has learnt the `labels` of `images` `[n, …]`: all its layers, not only
  /// the last.
  public func trained(
    _ network: ClassificationNet, on images: Tensor, labels: [Int],
    using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // begin 8.22: The solver of exercise 05 does it, if you give it an optimizer.
    var solver = Solver(
      network: network, optimizer: Adam(learningRate: trainingRate), batchSize: trainingBatch)
    let samples = Samples(inputs: images, labels: labels)
    for _ in 0..<trainingEpochs { _ = solver.trainEpoch(on: samples, using: &generator) }
    return solver.network
    // end
  }
}
