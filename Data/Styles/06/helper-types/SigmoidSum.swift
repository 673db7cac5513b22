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
  let stairs = Stairs(range: range, count: units)
  return ClassificationNet(
    layers: [
      Affine(
        weights: Tensor([stairs.places.map { _ in stairs.steepness }]),
        bias: Tensor(stairs.places.map { -stairs.steepness * $0 })),
      Affine(
        weights: Tensor(stairs.rises(of: curve).map { [$0] }),
        bias: Tensor([curve(range.lowerBound)])),
    ], activation: Sigmoid())
}

private struct Stairs {
  let range: ClosedRange<Double>
  let count: Int

  var width: Double { (range.upperBound - range.lowerBound) / Double(count) }
  var steepness: Double { 20 / width }
  var places: [Double] { (0..<count).map { range.lowerBound + (Double($0) + 0.5) * width } }

  func rises(of curve: (Double) -> Double) -> [Double] {
    (0..<count).map {
      let start = range.lowerBound + Double($0) * width
      return curve(start + width) - curve(start)
    }
  }
}
