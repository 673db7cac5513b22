internal import Kernels

extension Tensor {
  /// Some of the rows along axis 0: [N, …] becomes [rows.count, …].
  ///
  /// Reading makes a view, and costs nothing. What is assigned broadcasts to the rows' shape.
  public subscript(rows: Range<Int>) -> Tensor {
    get {
      requireRows(rows.lowerBound, rows.upperBound) { "\(rows)" }
      var part = shape
      part[0] = rows.count
      if isContiguous {
        let first = offset + rows.lowerBound * shape.dropFirst().reduce(1, *)
        return Tensor(contiguous: part, offset: first, elementType, storage)
      }
      return Tensor(
        shape: part, strides: strides, offset: offset + rows.lowerBound * strides[0],
        elementType: elementType, storage: storage)
    }
    set { setRows(rows, newValue) }
  }

  /// Some of the rows along axis 0, as by `x[1..<3]`: `x[1...2]`, `x[1...]`, `x[..<3]`, `x[...2]`.
  @_disfavoredOverload
  public subscript(rows: some RangeExpression<Int>) -> Tensor {
    get { self[bounded(rows)] }
    set { self[bounded(rows)] = newValue }
  }

  /// The rows that a range means whose ends may be left out.
  private func bounded(_ rows: some RangeExpression<Int>) -> Range<Int> {
    // Asked of all numbers, since of those of the rows a range that begins behind the last one would
    // end the process in words of its own.
    let range = rows.relative(to: .min ..< .max)
    let lower = range.lowerBound == .min ? 0 : range.lowerBound
    let upper = range.upperBound == .max ? shape.first ?? 0 : range.upperBound
    if lower > upper {
      requireRows(Swift.min(lower, upper), Swift.max(lower, upper)) {
        upper < 0 ? "..<\(upper)" : "\(lower)..."
      }
    }
    return lower..<upper
  }

  /// Row `i` along axis 0, without that axis: [N, …] becomes […]. A view.
  public func row(_ i: Int) -> Tensor {
    requireRows(i, i + 1) { "row(\(i))" }
    return Tensor(
      shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()),
      offset: offset + i * strides[0], elementType: elementType, storage: storage)
  }

  private mutating func setRows(_ rows: Range<Int>, _ newValue: Tensor) {
    let target = self[rows].shape
    let source = newValue.converted(to: elementType)
    let together = Tensor.broadcastShape(target, source.shape, for: "\(rows)")
    if together != target {
      misuse("\(rows): \(source.shape) cannot be assigned to rows \(target)")
    }
    makeWritable()
    func run<T: Entry>(_ type: T.Type) {
      let walk = Walk(target, source.strides(broadcastTo: target))
      let first = start(type) + rows.lowerBound * strides[0]
      withExtendedLifetime((storage, source.storage)) {
        walk.forEachPlane { plane in
          Kernels.copy(
            plane.strided(source.start(type), 0), rows: walk.rows, columns: walk.columns,
            to: first + plane.position)
        }
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  private func requireRows(_ lower: Int, _ upper: Int, _ name: () -> String) {
    if rank == 0 { misuse("\(name()): a tensor of shape [] has no rows") }
    if lower < 0 || upper > shape[0] { misuse("\(name()): \(shape) has \(shape[0]) rows") }
  }
}
