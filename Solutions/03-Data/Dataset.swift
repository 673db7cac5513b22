import Tensors

/// An image and the number of its class.
public struct Sample: Sendable, Equatable {
  /// `[C, H, W]`: C planes of one colour each, H rows, W columns.
  public var image: Tensor
  public var label: Int

  public init(image: Tensor, label: Int) {
    self.image = image
    self.label = label
  }
}

/// Samples with numbers from 0. Whether they lie in memory or are read when they are asked for is
/// the data set's own affair.
///
/// Read it; there is nothing to write here.
public protocol Dataset: Sendable {
  /// The number of samples.
  var count: Int { get }

  /// Returns the sample with that number.
  func sample(at index: Int) -> Sample
}

/// Some of the samples of a data set, in an order of their own: what a split makes of it.
public struct Subset: Dataset {
  public let dataset: any Dataset
  public let indices: [Int]

  public init(_ dataset: any Dataset, indices: [Int]) {
    self.dataset = dataset
    self.indices = indices
  }

  public var count: Int { indices.count }

  public func sample(at index: Int) -> Sample { dataset.sample(at: indices[index]) }
}
