import Tensors

/// A row of numbers for each token of a vocabulary, and all of them are learnt.
///
/// | name    | shape       | meaning                               |
/// | ------- | ----------- | ------------------------------------- |
/// | `table` | `[V, D]`    | a row for each of V tokens            |
/// | tokens  | N times T   | N rows of T tokens, each 0 ..< V      |
/// | output  | `[N, T, D]` | the rows of the tokens, as they are   |
///
/// Read it; there is nothing to write here.
public struct Embedding: Parameterized {
  public var table: Tensor

  /// A new table, drawn with deviation 1.
  public init(tokens: Int, width: Int, using generator: inout some RandomNumberGenerator) {
    table = Tensor(normal: [tokens, width], using: &generator)
  }

  /// `table`
  public var parameters: [Tensor] {
    get { [table] }
    set { table = newValue[0] }
  }

  /// Returns the rows of `tokens`, of which each entry has as many.
  public func forward(_ tokens: [[Int]]) -> Tensor {
    table.rows(at: tokens.flatMap { $0 }).reshaped(to: [tokens.count, -1, table.shape[1]])
  }

  /// Returns the gradient of the loss at `table`, given `upstream`, its gradient at the output. A token
  /// that stands in several places gets the sum.
  public func backward(_ upstream: Tensor, tokens: [[Int]]) -> Tensor {
    var gradient = Tensor(zerosLike: table)
    gradient.add(upstream.reshaped(to: [-1, table.shape[1]]), toRows: tokens.flatMap { $0 })
    return gradient
  }
}
