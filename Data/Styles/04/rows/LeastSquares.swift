import Tensors

/// Returns the weights `[D + 1, M]` with the lowest mean squared error there is, without a step.
///
///     X̃ᵀX̃ · W = X̃ᵀ · targets         X̃ = [x, 1]
///
/// | name      | shape    | meaning                                                      |
/// | --------- | -------- | ------------------------------------------------------------ |
/// | `x`       | `[N, D]` | samples, more than D, no column a mixture of the others      |
/// | `targets` | `[N, M]` | what is right                                                |
public func leastSquares(_ x: Tensor, targets: Tensor) -> Tensor {
  // Gram and Schmidt: columns at right angles to each other, and then from the last weight to the first.
  let extended = Classifier.withBiasColumn(x).transposed()
  let count = extended.shape[0]
  var directions: [Tensor] = []
  var factors = Tensor(zeros: [count, count])
  for j in 0..<count {
    var direction = extended.row(j)
    for (i, other) in directions.enumerated() {
      factors[i, j] = (other * direction).sum()
      direction -= factors[i, j] * other
    }
    factors[j, j] = (direction * direction).sum().squareRoot()
    directions.append(direction / factors[j, j])
  }
  var weights = Tensor(zeros: [count, targets.shape[1]])
  for column in 0..<targets.shape[1] {
    let target = targets.transposed().row(column)
    for i in (0..<count).reversed() {
      var rest = (directions[i] * target).sum()
      for j in i..<count where j > i { rest -= factors[i, j] * weights[j, column] }
      weights[i, column] = rest / factors[i, i]
    }
  }
  return weights
}
