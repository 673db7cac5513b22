import Datasets
import Tensors

/// Samples with their labels, handed out in batches.
///
/// Read it; there is nothing to write here. Whatever `load` reads is read when a batch is asked
/// for: 50,000 images stay bytes until their turn comes.
public struct Samples: Sendable {
  public let labels: [Int]
  private let load: @Sendable ([Int]) -> Tensor

  /// Samples whose inputs `load` returns (`[n, …]`) for n indices.
  public init(labels: [Int], load: @escaping @Sendable ([Int]) -> Tensor) {
    self.labels = labels
    self.load = load
  }

  /// Samples from inputs `[N, …]` in memory.
  public init(inputs: Tensor, labels: [Int]) {
    self.init(labels: labels) { inputs.rows(at: $0) }
  }

  public var count: Int { labels.count }

  /// Returns the inputs `[n, …]` and the labels at n indices, in their order.
  public func batch(at indices: [Int]) -> (x: Tensor, labels: [Int]) {
    (load(indices), indices.map { labels[$0] })
  }

  /// The same, at a part of an array or a range.
  public func batch(at indices: some Collection<Int>) -> (x: Tensor, labels: [Int]) {
    batch(at: Array(indices))
  }
}
