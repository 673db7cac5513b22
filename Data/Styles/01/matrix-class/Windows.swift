import Tensors

private struct WindowAverager {
  private let width: Int;

  init(width: Int) { self.width = width; }

  func apply(_ x: Tensor) -> Tensor {
    let windows: Tensor = x.windows(of: [self.width]);
    let sums: Tensor = windows.sum(along: 2);
    return sums / Double(self.width);
  }
}

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let averager: WindowAverager = WindowAverager(width: width);
  return averager.apply(x);
}
