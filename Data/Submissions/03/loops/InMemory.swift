import Tensors

/// The samples of another data set, read once and kept.
public struct InMemory: Dataset {
  private let samples: [Sample]

  /// Reads all samples of `dataset`.
  public init(_ dataset: any Dataset) {
    var all: [Sample] = []
    for index in 0..<dataset.count { all.append(dataset.sample(at: index)) }
    samples = all
  }

  public var count: Int { samples.count }

  public func sample(at index: Int) -> Sample { samples[index] }
}
