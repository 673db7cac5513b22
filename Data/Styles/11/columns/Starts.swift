import Tensors

/// A random orthogonal matrix Q: it turns a vector, and leaves its length as it is.
///
///     Qᵀ · Q = I
///
/// | name   | shape    | meaning                                                        |
/// | ------ | -------- | -------------------------------------------------------------- |
/// | `size` | a number | H                                                              |
/// | result | `[H, H]` | rows of length 1, each perpendicular to all others             |
///
/// Row after row is drawn from the normal distribution; from each, what lies along the rows before it
/// is taken away; and what is left is divided by its length (Gram and Schmidt).
public func orthogonal(
  _ size: Int, using generator: inout some RandomNumberGenerator
) -> Tensor {
  var q = Tensor(zeros: [size, size])
  for i in 0..<size {
    var row = Tensor(normal: [1, size], using: &generator)
    if i > 0 {
      for _ in 0..<2 {
        let before = q[..<i]
        row = row - row.matmul(before.transposed()).matmul(before)
      }
    }
    q[i..<i + 1] = row / sqrt((row * row).sum(along: 1, keepingAxis: true))
  }
  return q.transposed()
}

extension RecurrentLayer {
  /// A new layer. W is normally distributed with deviation √(1 / inputs). U is an orthogonal matrix for
  /// each gate, side by side. The biases of each gate start as the cell has it.
  public init(
    cell: any Cell, inputs: Int, units: Int, using generator: inout some RandomNumberGenerator
  ) {
    var gates: [Tensor] = []
    for _ in cell.startingBiases { gates.append(orthogonal(units, using: &generator)) }
    let all = Tensor(normal: [inputs, units * gates.count], using: &generator)
    let biases = Tensor(cell.startingBiases).expandingAxis(at: 1) * Tensor(ones: [1, units])
    self.init(
      cell: cell, inputWeights: all / Double(inputs).squareRoot(),
      recurrentWeights: Tensor(concatenating: gates, along: 1),
      bias: biases.reshaped(to: [-1]))
  }
}
