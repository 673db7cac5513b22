import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  var pool: [Int] = [Int]();
  for index: Int in 0..<labels.count {
    pool.append(index);
  }
  var order: [Int] = [Int]();
  while (!pool.isEmpty) {
    let place: Int = Int.random(in: 0..<pool.count, using: &generator);
    order.append(pool.remove(at: place));
  }
  var newLabels: [Int] = [Int]();
  for index: Int in order {
    newLabels.append(labels[index]);
  }
  return (x: x.rows(at: order), labels: newLabels);
}
