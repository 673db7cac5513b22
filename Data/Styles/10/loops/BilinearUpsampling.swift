import Exercise09
import Tensors

public func interpolationWeights(count: Int, factor: Int, alignsCorners: Bool) -> Tensor {
  let outputs = factor * count
  var weights = Tensor(zeros: [outputs, count])
  for i in 0..<outputs {
    var position = (Double(i) + 0.5) / Double(factor) - 0.5
    if alignsCorners {
      position = outputs == 1 ? 0 : Double(i * (count - 1)) / Double(outputs - 1)
    }
    position = min(max(position, 0), Double(count - 1))
    let first = Int(position)
    let share = position - Double(first)
    weights[i, first] += 1 - share
    if first + 1 < count { weights[i, first + 1] += share }
  }
  return weights
}

public struct BilinearUpsampling: Module {
  public var factor: Int
  public var alignsCorners: Bool

  public init(factor: Int, alignsCorners: Bool = false) {
    self.factor = factor
    self.alignsCorners = alignsCorners
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let s = x.shape
    var y = Tensor(zeros: [s[0], s[1], s[2] * factor, s[3] * factor]).converted(to: x.elementType)
    forEachProduct(s[2], s[3]) { i, j, h, w, weight in
      for n in 0..<s[0] {
        for c in 0..<s[1] { y[n, c, i, j] += weight * x[n, c, h, w] }
      }
    }
    return (y, [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    var dx = Tensor(zerosLike: cache[0])
    forEachProduct(dx.shape[2], dx.shape[3]) { i, j, h, w, weight in
      for n in 0..<dx.shape[0] {
        for c in 0..<dx.shape[1] { dx[n, c, h, w] += weight * upstream[n, c, i, j] }
      }
    }
    return (dx, [])
  }
}

extension BilinearUpsampling {
  private func forEachProduct(
    _ rows: Int, _ columns: Int, _ body: (Int, Int, Int, Int, Double) -> Void
  ) {
    let down = interpolationWeights(count: rows, factor: factor, alignsCorners: alignsCorners)
    let across = interpolationWeights(count: columns, factor: factor, alignsCorners: alignsCorners)
    for i in 0..<rows * factor {
      for h in 0..<rows where down[i, h] != 0 {
        for j in 0..<columns * factor {
          for w in 0..<columns where across[j, w] != 0 {
            body(i, j, h, w, down[i, h] * across[j, w])
          }
        }
      }
    }
  }
}
