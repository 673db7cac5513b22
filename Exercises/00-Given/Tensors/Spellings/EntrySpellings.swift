// Reading entries and rows. A tensor is no sequence: NumPy would walk through rows, Swift through
// entries.

@available(
  *, unavailable,
  message:
    "a tensor is no sequence: write x.scalars for its entries, (0..<x.shape[0]).map { x.row($0) } for its rows"
)
extension Tensor: Sequence {
  public func makeIterator() -> IndexingIterator<[Double]> { fatalError() }
}

extension Tensor {
  @available(*, unavailable, message: "write x.scalars")
  public func tolist() -> [Double] { fatalError() }
  @available(*, unavailable, message: "write x.scalars")
  public func numpy() -> [Double] { fatalError() }
  @available(*, unavailable, message: "write x.scalars")
  public var data: [Double] { fatalError() }
  @available(*, unavailable, message: "write x.scalars")
  public var values: [Double] { fatalError() }
  @available(*, unavailable, message: "write x.scalars")
  public var array: [Double] { fatalError() }
  @available(*, unavailable, message: "write x.scalars")
  public var entries: [Double] { fatalError() }

  @available(*, unavailable, message: "write x.scalar")
  public func item() -> Double { fatalError() }

  @available(
    *, unavailable, message: "write x.withEntries { entries in … }, where entries is a Span<Double>"
  )
  public var span: [Double] { fatalError() }
  @available(
    *, unavailable, message: "write x.withEntries { entries in … }, where entries is a Span<Double>"
  )
  public func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<Double>) throws -> R) rethrows
    -> R
  { fatalError() }
  @available(
    *, unavailable, message: "write x.withEntries { entries in … }, where entries is a Span<Double>"
  )
  public func withContiguousStorageIfAvailable<R>(
    _ body: (UnsafeBufferPointer<Double>) throws -> R
  ) rethrows -> R? { fatalError() }

  @available(
    *, unavailable,
    message: "write x.mutateEntries { entries in … }, where entries is a MutableSpan<Double>"
  )
  public var mutableSpan: [Double] { fatalError() }
  @available(
    *, unavailable,
    message: "write x.mutateEntries { entries in … }, where entries is a MutableSpan<Double>"
  )
  public mutating func withUnsafeMutableBufferPointer<R>(
    _ body: (inout UnsafeMutableBufferPointer<Double>) throws -> R
  ) rethrows -> R { fatalError() }

  @available(*, unavailable, message: "write 0..<x.shape[0]")
  public var indices: Range<Int> { fatalError() }

  @available(*, unavailable, message: "write x.row(x.shape[0] - 1), of a vector x[x.count - 1]")
  public var last: Tensor? { fatalError() }

  @available(*, unavailable, message: "write x.count == 0")
  public var isEmpty: Bool { fatalError() }

  @available(*, unavailable, message: "write x.row(i) for a row, x[i, j] for an entry")
  @_disfavoredOverload
  public subscript(i: Int) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(*, unavailable, message: "write x.rows(at: [3, 0])")
  public subscript(rows: [Int]) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(
    *, unavailable, message: "write x.replace(with: 0, where: m) or x.replacing(with: 0, where: m)"
  )
  public subscript(mask: Mask) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(
    *, unavailable, message: "write x.replace(with: 0, where: m) or x.replacing(with: 0, where: m)"
  )
  @_disfavoredOverload
  public subscript(mask: Mask) -> Double {
    get { fatalError() }
    set { fatalError() }
  }

  @available(
    *, unavailable,
    message:
      "ranges take rows only; write x.transposed()[0..<2].transposed() for columns of a matrix"
  )
  public subscript(rows: some RangeExpression<Int>, columns: some RangeExpression<Int>) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(
    *, unavailable,
    message: "ranges take rows only; write x.transposed().row(j) for a column of a matrix"
  )
  public subscript(rows: some RangeExpression<Int>, j: Int) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(
    *, unavailable, message: "ranges take rows only; write x.row(i)[0..<2] for a part of row i"
  )
  public subscript(i: Int, columns: some RangeExpression<Int>) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(*, unavailable, message: "write x itself")
  public subscript(rows: UnboundedRange) -> Tensor {
    get { fatalError() }
    set { fatalError() }
  }

  @available(*, unavailable, message: "write p.gathered(at: labels, along: 1)")
  public subscript(rows: some RangeExpression<Int>, labels: [Int]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write p.gathered(at: labels, along: 1)")
  public subscript(rows: [Int], labels: [Int]) -> Tensor { fatalError() }
}
