import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  let lowerBound: Double = -bound;
  let upperBound: Double = bound;
  let notTooSmall: Tensor = max(x, lowerBound);
  let notTooLarge: Tensor = min(notTooSmall, upperBound);
  x = notTooLarge;
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    self.setCount(self.count + 1);
    let difference: Tensor = x - self.mean;
    let step: Tensor = difference / Double(self.count);
    self.mean = self.mean + step;
  }

  private mutating func setCount(_ newCount: Int) {
    self.count = newCount;
  }
}
