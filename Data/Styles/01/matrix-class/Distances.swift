import Tensors

private final class DistanceCalculator {
  private let first: Tensor;
  private let second: Tensor;

  init(first: Tensor, second: Tensor) {
    self.first = first;
    self.second = second;
  }

  func calculate() -> Tensor {
    var parts: [Tensor] = [Tensor]();
    for index: Int in 0..<self.first.shape[0] {
      let difference: Tensor = self.second - self.first.row(index);
      parts.append((difference * difference).sum(along: 1).expandingAxis(at: 0));
    }
    return Tensor(concatenating: parts, along: 0);
  }
}

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let calculator: DistanceCalculator = DistanceCalculator(first: a, second: b);
  return calculator.calculate();
}
