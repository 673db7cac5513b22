import Tensors

/// Samples, and what should come out for each.
///
/// Read it; there is nothing to write here. Targets of shape `[N]` are refused: taken from outputs
/// `[N, 1]` they would give `[N, N]`, each with each, and nobody would notice.
public struct Samples: Sendable {
  /// `[N, D]`
  public let x: Tensor
  /// `[N, M]`
  public let targets: Tensor

  public init(_ x: Tensor, targets: Tensor) {
    guard x.rank == 2, targets.rank == 2, x.shape[0] == targets.shape[0] else {
      fatalError("x \(x.shape) and targets \(targets.shape) must be [N, D] and [N, M]")
    }
    (self.x, self.targets) = (x, targets)
  }
}
