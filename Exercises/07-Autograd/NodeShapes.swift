import Tensors

extension Node {
  /// The matrix product of `[N, D]` and `[D, M]`, `[N, M]`.
  public func matmul(_ other: Node) -> Node {
    // TODO: 7.30  Write down the three shapes: one product leads to each gradient.
    unfinished("7.30")
  }

  /// The same entries in row order in another shape; one number may be -1, and is worked out.
  public func reshaped(to shape: [Int]) -> Node {
    // TODO: 7.31  No entry changes, and no gradient does.
    unfinished("7.31")
  }

  /// Axis i of the result is axis `axes[i]` of this node.
  public func transposed(permuting axes: [Int]) -> Node {
    // TODO: 7.32  Which permutation takes this one back? Not always the same.
    unfinished("7.32")
  }

  /// The transpose of a matrix.
  public func transposed() -> Node { transposed(permuting: [1, 0]) }

  /// The nodes one after another along `axis`; their other axes are equal.
  public convenience init(concatenating nodes: [Node], along axis: Int) {
    // TODO: 7.33  Each node gets its own piece of upstream back. Slices go along axis 0 only.
    unfinished("7.33")
  }

  /// The rows at `indices` along axis 0, in that order: `[N, …]` becomes `[indices.count, …]`. A row
  /// may be asked for several times, or never.
  public func rows(at indices: [Int]) -> Node {
    // TODO: 7.34  A row that is used twice has two paths: look for add(_:toRows:) among the tensors.
    unfinished("7.34")
  }

  /// One entry along `axis` for each position on the other axis: of `[N, C]`, at N labels along axis
  /// 1, the N entries [i, labels[i]].
  public func gathered(at indices: [Int], along axis: Int) -> Node {
    // TODO: 7.35  Where has a gradient to go that came to entry i? All others get 0.
    unfinished("7.35")
  }
}
