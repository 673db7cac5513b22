import Tensors

/// Looks up values by how well their keys match a query.
///
///     scores = query · keyᵀ / √d           weights = softmax(scores), row by row
///     y = weights · value
///
/// | name      | shape       | meaning                                              |
/// | --------- | ----------- | ---------------------------------------------------- |
/// | `query`   | `[…, T, d]` | T positions that ask                                 |
/// | `key`     | `[…, S, d]` | S positions that can be looked at                    |
/// | `value`   | `[…, S, e]` | what is to be had there                              |
/// | `mask`    |             | broadcasts to `[…, T, S]`; true: may be looked at    |
/// | `weights` | `[…, T, S]` | how much of each value goes into each output         |
/// | `y`       | `[…, T, e]` | the outputs                                          |
///
/// The leading axes, `…`, are the same in all of them. A place where the mask is false has the weight 0,
/// and the others share 1. A row of the mask that is false all through has nothing to share: all its
/// weights are 0, so its outputs are, and nothing comes back from it.
///
/// After Ashish Vaswani and others, "Attention is all you need", 2017.
public struct ScaledDotAttention: Sendable {
  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

  /// Returns `weights`, given `scores` `[…, T, S]`.
  public func weights(_ scores: Tensor, mask: Mask?) -> Tensor {
    // TODO: 12.1  Let a masked score be so low that its exponential is 0. And if all of a row are?
    unfinished("12.1")
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    query: Tensor, key: Tensor, value: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    // TODO: 12.2  matmul takes leading axes along. Which axes of the key change places?
    unfinished("12.2")
  }

  /// Returns the gradients of the loss at `query`, `key` and `value`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (query: Tensor, key: Tensor, value: Tensor) {
    // TODO: 12.3  Product, softmax, product. A weight of 0 lets nothing through: do you need the mask?
    unfinished("12.3")
  }
}

extension Tensor {
  /// The same matrices, each transposed: `[…, N, M]` becomes `[…, M, N]`. A view.
  func swappingLastAxes() -> Tensor {
    var axes = Array(shape.indices)
    axes.swapAt(rank - 2, rank - 1)
    return transposed(permuting: axes)
  }
}
