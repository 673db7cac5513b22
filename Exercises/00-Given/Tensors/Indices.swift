// Wherever indices are taken as an array, a slice of one or a range will do: `x.rows(at: order[0..<5])`.

extension Tensor {
  /// The rows at `indices` along axis 0, in that order: [N, …] becomes [indices.count, …].
  public func rows(at indices: some Collection<Int>) -> Tensor { rows(at: Array(indices)) }

  /// One entry along `axis` for each position on the other axis, as with an array of indices.
  public func gathered(at indices: some Collection<Int>, along axis: Int) -> Tensor {
    gathered(at: Array(indices), along: axis)
  }

  /// Adds `values` to the entries that `gathered(at:along:)` takes.
  public mutating func add(_ values: Tensor, at indices: some Collection<Int>, along axis: Int) {
    add(values, at: Array(indices), along: axis)
  }

  /// Adds `value` to the entries that `gathered(at:along:)` takes.
  public mutating func add(_ value: Double, at indices: some Collection<Int>, along axis: Int) {
    add(value, at: Array(indices), along: axis)
  }

  /// Adds the rows of `values` to those at `indices`, as with an array of indices.
  public mutating func add(_ values: Tensor, toRows indices: some Collection<Int>) {
    add(values, toRows: Array(indices))
  }

  /// A row for each label, 1 at the label and 0 elsewhere: [N, C].
  public init(oneHot labels: some Collection<Int>, count classes: Int) {
    self.init(oneHot: Array(labels), count: classes)
  }
}
