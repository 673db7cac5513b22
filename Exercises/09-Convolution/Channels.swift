import Tensors

/// Images, seen so that whole channels can be taken out.
///
/// Use it or leave it; there is nothing to write here.
extension Tensor {
  /// `[C, N, H, W]` of `[N, C, H, W]`, and the other way round: a view.
  public var channelsFirst: Tensor { transposed(permuting: [1, 0, 2, 3]) }

  /// The tensor, cut along its first axis in `count` equal parts: views.
  public func parted(_ count: Int) -> [Tensor] {
    let length = shape[0] / count
    return (0..<count).map { self[$0 * length..<($0 + 1) * length] }
  }

  /// Tensors, one behind the other along their first axis.
  public init(joining parts: [Tensor]) {
    self = parts.count == 1 ? parts[0] : Tensor(concatenating: parts, along: 0)
  }
}
