import Tensors

public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  let front = (0..<gradient.rank - shape.count).reduce(gradient) { sum, _ in sum.sum(along: 0) }
  return shape.enumerated().reduce(front) { sum, axis in
    axis.element == 1 ? sum.sum(along: axis.offset, keepingAxis: true) : sum
  }
}
