import Tensors

/// Changes `x` itself: what is above `bound` becomes `bound`, what is below -`bound` becomes -`bound`.
///
/// | name    | shape    | meaning            |
/// | ------- | -------- | ------------------ |
/// | `x`     | any      | changed in place   |
/// | `bound` | a number | above 0            |
public func clip(_ x: inout Tensor, to bound: Double) {
  // begin 1.10: An inout argument is a variable: what you assign to it, the caller sees.
  x = min(max(x, -bound), bound)
  // end
}

/// The mean of all tensors that it has been given so far.
///
///     var mean = RunningMean()
///     mean.add(Tensor([1, 2]))
///     mean.add(Tensor([3, 6]))
///     print(mean.count, mean.mean)        // 2 [2.0, 4.0]
public struct RunningMean: Sendable {
  /// How many tensors there have been.
  public private(set) var count = 0

  /// Their mean, in their shape. As long as there is none: the number 0, of shape [].
  public private(set) var mean = Tensor(0)

  public init() {}

  /// Takes in one more tensor `x`, of any shape, which is that of those before it.
  ///
  ///     count ← count + 1
  ///     mean  ← mean + (x - mean) / count
  public mutating func add(_ x: Tensor) {
    // begin 1.11: The mean starts with shape [], which broadcasts: but what about +=?
    count += 1
    mean = mean + (x - mean) / count
    // end
  }
}
