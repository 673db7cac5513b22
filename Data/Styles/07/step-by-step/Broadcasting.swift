import Tensors

public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  var result = gradient
  // What was missing in front.
  let missing = gradient.shape.count - shape.count
  for _ in 0..<missing {
    result = result.sum(along: 0)
  }
  // What was 1.
  for axis in 0..<shape.count {
    if shape[axis] == 1 {
      result = result.sum(along: axis, keepingAxis: true)
    }
  }
  return result
}
