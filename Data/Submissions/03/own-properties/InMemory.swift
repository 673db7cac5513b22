import Tensors

/// The samples of another data set, read once and kept.
public struct InMemory: Dataset {
  private let images: [Tensor]
  private let labels: [Int]

  /// Reads all samples of `dataset`.
  public init(_ dataset: any Dataset) {
    var (images, labels): ([Tensor], [Int]) = ([], [])
    for sample in (0..<dataset.count).map(dataset.sample(at:)) {
      images.append(sample.image)
      labels.append(sample.label)
    }
    (self.images, self.labels) = (images, labels)
  }

  public var count: Int { labels.count }

  public func sample(at index: Int) -> Sample {
    Sample(image: images[index], label: labels[index])
  }
}
