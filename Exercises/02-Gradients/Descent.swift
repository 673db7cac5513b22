import Tensors

/// Goes downhill from `start`, and returns the whole way: `start`, and the place after each step.
///
///     x ← x - learningRate · gradient(x)
///
/// | name     | shape             | meaning                         |
/// | -------- | ----------------- | ------------------------------- |
/// | `start`  | any               | the place to begin at           |
/// | `steps`  | a number          | 0 or more                       |
/// | returned | `steps` + 1 of it | the places, the first one first |
public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  // TODO: 2.15  Where is the slope taken for the second step?
  unfinished("2.15")
}

/// Returns the learning rate with which gradient descent comes nearest to the lowest point of
///
///     f(x) = ½ Σ curvatures[i] · x[i]²
///
/// in each step, wherever it starts: the one whose worst direction is as good as can be.
///
/// - Parameter curvatures: One a direction, at least one, all above 0, in no order.
public func fastestRate(curvatures: [Double]) -> Double {
  // TODO: 2.16  By which factor does a step change x[i]? Which two directions are the worst?
  unfinished("2.16")
}
