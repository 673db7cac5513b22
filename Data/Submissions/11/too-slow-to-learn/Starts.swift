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
  // begin 11.10: row - (row · q) q, for every q that there is already.
  var rows: [Tensor] = []
  for _ in 0..<size {
    var row = Tensor(normal: [size], using: &generator)
    // Twice: where little is left, it is off by what the first time was rounded by.
    for _ in 0..<2 {
      for q in rows { row -= (row * q).sum() * q }
    }
    rows.append(row / (row * row).sum().squareRoot())
  }
  return Tensor(concatenating: rows, along: 0).reshaped(to: [size, size])
  // end
}

extension RecurrentLayer {
  /// A new layer. W is normally distributed with deviation √(1 / inputs). U is an orthogonal matrix for
  /// each gate, side by side. The biases of each gate start as the cell has it.
  public init(
    cell: any Cell, inputs: Int, units: Int, using generator: inout some RandomNumberGenerator
  ) {
    // begin 11.11: First W, then U, gate by gate. Which bias stands where in [G · H]?
    let deviation = (1 / Double(inputs)).squareRoot()
    self.init(
      cell: cell,
      inputWeights: deviation * Tensor(normal: [inputs, cell.gates * units], using: &generator),
      recurrentWeights: Tensor(
        gates: (0..<cell.gates).map { _ in orthogonal(units, using: &generator) }),
      bias: Tensor(cell.startingBiases.flatMap { [Double](repeating: $0, count: units) }))
    // end
  }
}
