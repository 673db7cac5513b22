import Exercise05
import Tensors

/// A network with one hidden layer that follows a curve, and was never trained.
///
///     y(x) = c + Σ a[j] · sigmoid(s · (x - t[j]))        over `units` hidden units j
///
/// A steep sigmoid is a stair at t[j], and a[j] is how high it is. With twice as many stairs, each is
/// half as high, and so is what is missing in between. How steep is steep enough? A few times 1 divided by
/// the width of a part.
///
/// | name    | shape      | meaning                                         |
/// | ------- | ---------- | ----------------------------------------------- |
/// | `range` | a range    | where the network has to follow `curve`         |
/// | `units` | a number   | H, how many hidden units the network has        |
/// | result  | 1 → H → 1  | two affine layers with a sigmoid between them   |
public func sigmoidSum(
  following curve: (Double) -> Double, on range: ClosedRange<Double>, units: Int
) -> ClassificationNet {
  // begin 6.32: Cut the range in H equal parts: what has the curve gained at the end of each?
  let width = (range.upperBound - range.lowerBound) / Double(units)
  let heights = (0...units).map { curve(range.lowerBound + Double($0) * width) }
  let rises = (0..<units).map { heights[$0 + 1] - heights[$0] }
  let middles = (0..<units).map { range.lowerBound + (Double($0) + 0.5) * width }
  let steepness = 4 / width
  return ClassificationNet(
    layers: [
      Affine(
        weights: Tensor(repeating: steepness, shape: [1, units]),
        bias: Tensor(middles.map { -steepness * $0 })),
      Affine(weights: Tensor(shape: [units, 1], scalars: rises), bias: Tensor([heights[0]])),
    ], activation: Sigmoid())
  // end
}
