import Tensors

/// Returns what comes back to a tensor of `shape` that was broadcast, given the gradient at what it
/// was broadcast to.
///
///     a [3, 1] + b [4] is a sum of two [3, 4]: each entry of a is in four of its entries,
///     each of b in three
///
/// | name       | shape   | meaning                                          |
/// | ---------- | ------- | ------------------------------------------------ |
/// | `gradient` | any     | the gradient at the broadcast tensor             |
/// | `shape`    |         | one that broadcasts to that of `gradient`        |
/// | returned   | `shape` | the gradient at the tensor before                |
public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  var sum = gradient
  while sum.rank > shape.count {
    sum = sum.sum(along: 0)
  }
  for axis in shape.indices where shape[axis] == 1 && sum.shape[axis] != 1 {
    sum = sum.sum(along: axis, keepingAxis: true)
  }
  return sum
}
