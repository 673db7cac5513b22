internal import Kernels

extension Tensor {
  /// The same entries with zeros, or another number, around them: `widths[i]` before and as many after
  /// along axis i.
  ///
  /// Images [N, C, H, W] by [0, 0, 1, 1] become [N, C, H + 2, W + 2].
  public func padded(by widths: [Int], with number: Double = 0) -> Tensor {
    requireWidths(widths, "padded")
    var result = Tensor(
      repeating: number, shape: zip(shape, widths).map { $0 + 2 * $1 }, elementType)
    let strides = result.shape.rowMajorStrides
    let first = zip(widths, strides).reduce(0) { $0 + $1.0 * $1.1 }
    result.scatter(self, shape, strides, first, independentAxes: rank, adding: false)
    return result
  }

  /// The entries without the outermost: without `widths[i]` at either end of axis i. A view, and
  /// what takes back `padded(by:)`.
  public func cropped(by widths: [Int]) -> Tensor {
    requireWidths(widths, "cropped")
    let newShape = zip(shape, widths).map { $0 - 2 * $1 }
    if newShape.contains(where: { $0 < 0 }) {
      misuse("cropped: \(shape) has too few entries for \(widths) on either side")
    }
    let strides = strides
    return Tensor(
      shape: newShape, strides: strides,
      offset: zip(widths, strides).reduce(offset) { $0 + $1.0 * $1.1 },
      elementType: elementType, storage: storage)
  }

  /// All windows of `size` on the last axes, `stride` entries apart, as NumPy's
  /// `sliding_window_view` has them. A view, never a copy: windows overlap in memory. The entries of a
  /// window are `dilation` apart, which are neighbours where it is 1.
  ///
  /// Of images [N, C, H, W], windows of [3, 3] are [N, C, H - 2, W - 2, 3, 3]: first the places, then
  /// the entries of each.
  public func windows(of size: [Int], stride: Int = 1, dilation: Int = 1) -> Tensor {
    let places = places(ofWindows: size, stride, dilation)
    let (leading, strides) = (rank - size.count, strides)
    return Tensor(
      shape: shape.prefix(leading) + places + size,
      strides: strides.prefix(leading) + strides.suffix(size.count).map { $0 * stride }
        + strides.suffix(size.count).map { $0 * dilation },
      offset: offset, elementType: elementType, storage: storage)
  }

  /// Adds to each entry what `values` has for it in the windows it is part of: the way back of
  /// `windows(of:stride:dilation:)`, whose shape `values` has. No new memory is taken.
  public mutating func add(
    _ values: Tensor, toWindowsOf size: [Int], stride: Int = 1, dilation: Int = 1
  ) {
    let places = places(ofWindows: size, stride, dilation)
    let leading = rank - size.count
    if values.shape != shape.prefix(leading) + places + size {
      misuse("add: \(values.shape) is not the shape of windows of \(size) on \(shape)")
    }
    let type = elementType.promoted(with: values.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    // The places innermost: their rows are long, those of a window are not.
    let order =
      Array(0..<leading) + (leading + size.count..<rank + size.count)
      + (leading..<rank)
    let mine = shape.rowMajorStrides
    scatter(
      values.converted(to: type).transposed(permuting: order),
      shape.prefix(leading) + size + places,
      mine.prefix(leading) + mine.suffix(size.count).map { $0 * dilation }
        + mine.suffix(size.count).map { $0 * stride }, 0, independentAxes: leading,
      adding: true)
  }

  /// Adds the rows of `values` [indices.count, …] to the rows at `indices`, one after another: what
  /// `rows(at:)` takes, on the way back. An index may come more than once.
  public mutating func add(_ values: Tensor, toRows indices: [Int]) {
    if rank == 0 || values.shape != [indices.count] + shape.dropFirst() {
      misuse("add: \(values.shape) at \(indices.count) rows of \(shape)")
    }
    for index in indices where index < 0 || index >= shape[0] {
      misuse("add: \(shape) has no row \(index)")
    }
    let type = elementType.promoted(with: values.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    func run<T: Entry>(_ type: T.Type, _ values: Tensor) {
      let width = shape.dropFirst().reduce(1, *)
      withExtendedLifetime((storage, values.storage)) {
        for (i, index) in indices.enumerated() {
          let row = Strided<T>.row(values.start(type) + i * width)
          Kernels.scatter(
            row, rows: 1, columns: width, to: start(type) + index * width, rowStride: 0,
            columnStride: 1, adding: true)
        }
      }
    }
    let source = values.converted(to: type).contiguous()
    type == .float32 ? run(Float.self, source) : run(Double.self, source)
  }

  /// Copies or adds all entries of `source`, seen as one of `shape`, to places of this tensor, which
  /// is writable, has its type, and is walked through from `first` with `strides`. Different indices on the first of the axes, so
  /// many as are independent, mean different places.
  private mutating func scatter(
    _ source: Tensor, _ shape: [Int], _ strides: [Int], _ first: Int, independentAxes: Int,
    adding: Bool
  ) {
    func run<T: Entry>(_ type: T.Type) {
      let walk = Walk(shape, source.strides, strides)
      let start = start(type) + first
      withExtendedLifetime((storage, source.storage)) {
        // What is added to the same entry is apart in the axes of the windows alone.
        walk.forEachPlane(of: type, independentAxes: independentAxes) { plane in
          Kernels.scatter(
            plane.strided(source.start(type), 0), rows: walk.rows, columns: walk.columns,
            to: start + plane.offsets.1, rowStride: plane.strides.rows.1,
            columnStride: plane.strides.columns.1, adding: adding)
        }
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  private func requireWidths(_ widths: [Int], _ name: String) {
    if widths.count != rank || widths.contains(where: { $0 < 0 }) {
      misuse("\(name): \(widths) are no widths for the \(rank) axes of \(shape)")
    }
  }

  private func places(ofWindows size: [Int], _ stride: Int, _ dilation: Int) -> [Int] {
    let sides = shape.suffix(size.count)
    // No product may overflow before it is refused.
    if stride < 1 || dilation < 1 || size.count > rank
      || zip(sides, size).contains(where: { $0 < 1 || $1 < 1 || $1 - 1 > ($0 - 1) / dilation })
    {
      misuse(
        "windows: \(shape) has none of \(size), \(stride) apart"
          + (dilation == 1 ? "" : ", with entries \(dilation) apart"))
    }
    return zip(sides, size).map { ($0 - dilation * ($1 - 1) - 1) / stride + 1 }
  }
}
