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
  // TODO: 11.10  row - (row · q) q, for every q that there is already.
  unfinished("11.10")
}

extension RecurrentLayer {
  /// A new layer. W is normally distributed with deviation √(1 / inputs). U is an orthogonal matrix for
  /// each gate, side by side. The biases of each gate start as the cell has it.
  public init(
    cell: any Cell, inputs: Int, units: Int, using generator: inout some RandomNumberGenerator
  ) {
    // TODO: 11.11  First W, then U, gate by gate. Which bias stands where in [G · H]?
    unfinished("11.11")
  }
}
