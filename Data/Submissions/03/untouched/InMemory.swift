import Tensors

/// The samples of another data set, read at the start and kept as they are, in their order.
public struct InMemory: Dataset {
  private let samples: [Sample]

  /// Reads all samples of `dataset`.
  public init(_ dataset: any Dataset) {
    // TODO: 3.7  After this, nobody asks the data set again.
    unfinished("3.7")
  }

  public var count: Int { samples.count }

  public func sample(at index: Int) -> Sample { samples[index] }
}
