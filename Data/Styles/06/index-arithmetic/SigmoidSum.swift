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
  // Two units a stair pair would be a waste: each is the curve's rise between two middles of parts.
  let width = (range.upperBound - range.lowerBound) / Double(units)
  func place(_ j: Int) -> Double { range.lowerBound + Double(j) * width }
  func height(_ j: Int) -> Double { curve(place(j)) }
  let numbers = Array(1...units)
  return ClassificationNet(
    layers: [
      Affine(
        weights: Tensor([numbers.map { _ in 6 / width }]),
        bias: Tensor(numbers.map { -6 / width * (place($0) - width / 2) })),
      Affine(
        weights: Tensor(numbers.map { [height($0) - height($0 - 1)] }),
        bias: Tensor([height(0)])),
    ], activation: Sigmoid())
}
