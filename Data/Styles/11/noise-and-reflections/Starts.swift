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
  var q = Tensor(oneHot: Array(0..<size), count: size)
  for _ in 0..<size {
    var v = Tensor(normal: [size, 1], using: &generator)
    v = v / (v * v).sum().squareRoot()
    q = q - 2 * v.matmul(v.transposed().matmul(q))
  }
  let signs = (0..<size).map { _ in Bool.random(using: &generator) ? 1.0 : -1.0 }
  return q * Tensor(signs)
}

extension RecurrentLayer {
  /// A new layer. W is normally distributed with deviation √(1 / inputs). U is an orthogonal matrix for
  /// each gate, side by side. The biases of each gate start as the cell has it.
  public init(
    cell: any Cell, inputs: Int, units: Int, using generator: inout some RandomNumberGenerator
  ) {
    let scale = (1 / Double(inputs)).squareRoot()
    let w = scale * Tensor(normal: [inputs, cell.gates * units], using: &generator)
    var blocks: [Tensor] = []
    for _ in 0..<cell.gates { blocks.append(orthogonal(units, using: &generator)) }
    let b = Tensor(cell.startingBiases.flatMap { [Double](repeating: $0, count: units) })
    self.init(
      cell: cell, inputWeights: w, recurrentWeights: Tensor(concatenating: blocks, along: 1), bias: b)
  }
}
