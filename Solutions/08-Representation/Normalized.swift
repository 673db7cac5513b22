import Tensors

/// What a normalization keeps of a pass, for the way back.
///
///     x̂ = centered / deviation
///
/// Read it; there is nothing to write here.
public struct Normalized: Sendable {
  /// x without its mean.
  public var centered: Tensor

  /// √(variance + epsilon), in a shape that broadcasts to that of `centered`.
  public var deviation: Tensor

  /// What the pass was for. A layer that does the same in both modes leaves it as it is.
  public var mode: Mode

  public init(centered: Tensor, deviation: Tensor, mode: Mode = .training) {
    self.centered = centered
    self.deviation = deviation
    self.mode = mode
  }
}
