import Tensors

/// By a matrix that has one 1 in each row and column.
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  let n = labels.count
  let order = Array(0..<n).shuffled(using: &generator)
  let permutation = Tensor(oneHot: order, count: n)
  let rows = x.reshaped(to: [n, -1])
  let numbers = Tensor(labels).expandingAxis(at: 1)
  return (
    permutation.matmul(rows).reshaped(to: x.shape),
    permutation.matmul(numbers).scalars.map { Int($0.rounded()) }
  )
}
