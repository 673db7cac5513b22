import Exercise05
import Tensors

/// Many images, and the labels of a few.
///
/// Read it; there is nothing to write here.
public struct FewLabels: Sendable {
  /// `[n, C, H, W]`, with a label each.
  public var images: Tensor
  public var labels: [Int]

  /// `[N, C, H, W]`, other ones, of which nobody says what they show.
  public var unlabeled: Tensor

  public var classes: Int

  public init(images: Tensor, labels: [Int], unlabeled: Tensor, classes: Int) {
    self.images = images
    self.labels = labels
    self.unlabeled = unlabeled
    self.classes = classes
  }
}

extension Transfer {
  /// A classifier for `data`: on an encoder that has seen all images, or, where `isPretrained` is false,
  /// from scratch. But for that, nothing differs.
  public func classifier(
    for data: FewLabels, isPretrained: Bool, seed: UInt64,
    epochDone: (Double) -> Void = { _ in }
  ) -> ClassificationNet {
    var generator = SeededGenerator(seed: seed)
    let autoencoder =
      isPretrained
      ? pretrained(on: data.unlabeled, using: &generator, epochDone: epochDone)
      : Autoencoder(
        sizes: [data.unlabeled.shape[1...].reduce(1, *)] + hidden, using: &generator)
    let network = classifier(on: autoencoder, classes: data.classes, using: &generator)
    return trained(network, on: data.images, labels: data.labels, using: &generator)
  }
}
