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
  // A stair at the beginning of each part, as high as the curve in the middle of it asks.
  let width = (range.upperBound - range.lowerBound) / Double(units)
  let middles = (0..<units).map { curve(range.lowerBound + (Double($0) + 0.5) * width) }
  let first = curve(range.lowerBound)
  let rises = zip(middles, [first] + middles).map { $0 - $1 }
  let starts = (0..<units).map { range.lowerBound + Double($0) * width }
  let steepness = 200 / width
  return ClassificationNet(
    layers: [
      Affine(
        weights: Tensor(repeating: steepness, shape: [1, units]),
        bias: -steepness * Tensor(starts)),
      Affine(weights: Tensor(rises).reshaped(to: [units, 1]), bias: Tensor([first])),
    ], activation: Sigmoid())
}
