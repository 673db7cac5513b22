import Tensors

/// Fisher and Yates, from the end.
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  var order = Array(0..<labels.count)
  var i = order.count - 1
  while i > 0 {
    let j = Int.random(in: 0...i, using: &generator)
    order.swapAt(i, j)
    i -= 1
  }
  var newX = x
  var newLabels = labels
  for (place, index) in order.enumerated() {
    newX[place..<place + 1] = x[index..<index + 1]
    newLabels[place] = labels[index]
  }
  return (newX, newLabels)
}
