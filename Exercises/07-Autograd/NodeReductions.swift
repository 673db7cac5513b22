import Tensors

/// Sums, means and maxima: of all entries, `[]`, or along an axis, which goes, or stays with 1 entry.
extension Node {
  /// The sum of all entries.
  public func sum() -> Node {
    // TODO: 7.23  Each entry is in the sum once. Tensor(onesLike:) has the right shape and type.
    unfinished("7.23")
  }

  /// The sums along `axis`.
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Node {
    // TODO: 7.24  Give upstream its axis back before you broadcast it.
    unfinished("7.24")
  }

  /// The mean of all entries.
  public func mean() -> Node {
    // TODO: 7.25  You have the sum.
    unfinished("7.25")
  }

  /// The means along `axis`.
  public func mean(along axis: Int, keepingAxis: Bool = false) -> Node {
    // TODO: 7.26  Divided by how many?
    unfinished("7.26")
  }

  /// The greatest of all entries. Where several are the greatest, the first in row order has the
  /// whole gradient.
  public func max() -> Node {
    // TODO: 7.27  One long row has one greatest entry along its only axis.
    unfinished("7.27")
  }

  /// The greatest entries along `axis`. Where several are the greatest, the first along the axis has
  /// the whole gradient.
  public func max(along axis: Int, keepingAxis: Bool = false) -> Node {
    // TODO: 7.28  argmax(along:) finds the first, one place for each entry of the result.
    unfinished("7.28")
  }

  /// log Σ eˣ along `axis`, for entries of any size.
  public func logSumExp(along axis: Int, keepingAxis: Bool = false) -> Node {
    // TODO: 7.29  Take the greatest entry out before the exponential, and put it back at the end.
    unfinished("7.29")
  }
}
