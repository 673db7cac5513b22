import Exercise05
import Tensors

/// A network with one hidden layer that follows a curve, and was never trained.
///
///     y(x) = c + Σ a[j] · sigmoid(s · (x - t[j]))        over `units` hidden units j
///
/// A steep sigmoid is a stair at t[j], and a[j] is how high it is. With twice as many stairs, each is
/// half as high, and so is what is missing in between.
///
/// | name    | shape      | meaning                                         |
/// | ------- | ---------- | ----------------------------------------------- |
/// | `range` | a range    | where the network has to follow `curve`         |
/// | `units` | a number   | H, how many hidden units the network has        |
/// | result  | 1 → H → 1  | two affine layers with a sigmoid between them   |
public func sigmoidSum(
  following curve: (Double) -> Double, on range: ClosedRange<Double>, units: Int
) -> ClassificationNet {
  var first = Affine(weights: Tensor(ones: [1, units]), bias: Tensor(zeros: [units]))
  var second = Affine(
    weights: Tensor(zeros: [units, 1]), bias: Tensor([curve(range.lowerBound)]))
  let part = (range.upperBound - range.lowerBound) / Double(units)
  first.weights *= 10 / part
  var left = curve(range.lowerBound)
  for unit in 0..<units {
    let end = range.lowerBound + part * Double(unit + 1)
    first.bias[unit] = -10 / part * (end - part / 2)
    second.weights[unit, 0] = curve(end) - left
    left = curve(end)
  }
  return ClassificationNet(layers: [first, second], activation: Sigmoid())
}
