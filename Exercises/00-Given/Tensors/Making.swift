internal import Kernels

extension Tensor {
  /// A vector [N].
  public init(_ scalars: [Double]) {
    self.init(shape: [scalars.count], scalars: scalars)
  }

  /// A matrix [N, M] of rows of equal length.
  public init(_ rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() where row.count != width {
      misuse("Tensor: row \(i) has \(row.count) entries, row 0 has \(width)")
    }
    self.init(shape: [rows.count, width], scalars: Array(rows.joined()))
  }

  /// A tensor [N, M, K] of matrices of equal shape.
  public init(_ blocks: [[[Double]]]) {
    let matrices = blocks.map { Tensor($0) }
    let shape = matrices.first?.shape ?? [0, 0]
    for (i, matrix) in matrices.enumerated() where matrix.shape != shape {
      misuse("Tensor: block \(i) is \(matrix.shape), block 0 is \(shape)")
    }
    self.init(
      shape: [blocks.count] + shape, scalars: Array(blocks.joined().joined()))
  }

  /// A vector [N], of a slice or whatever else holds N numbers.
  @_disfavoredOverload
  public init(_ scalars: some Collection<Double>) {
    self.init(Array(scalars))
  }

  /// A vector [N] of whole numbers: `Tensor(labels)`, `Tensor(0..<n)`.
  @_disfavoredOverload
  public init(_ integers: some Collection<Int>) {
    self.init(integers.map(Double.init))
  }

  /// A single number, of shape [].
  public init(_ scalar: Double) {
    self.init(shape: [], scalars: [scalar])
  }

  /// Entries in row-major order.
  public init(shape: [Int], scalars: [Double]) {
    self.init(copying: scalars, shape: shape, .float64)
  }

  /// Entries in row-major order, of type `float32`.
  public init(shape: [Int], float32s: [Float]) {
    self.init(copying: float32s, shape: shape, .float32)
  }

  /// Entries in row-major order, each a byte and so a number from 0 to 255, of type `float32`.
  public init(shape: [Int], uint8s: some Collection<UInt8>) {
    self.init(unwritten: shape, .float32)
    if count != uint8s.count {
      misuse("Tensor: \(shape) has \(count) entries, not \(uint8s.count)")
    }
    func copy(_ source: UnsafeBufferPointer<UInt8>) {
      guard let first = source.baseAddress else { return }
      withExtendedLifetime(storage) { convert(first, count: count, to: start(Float.self)) }
    }
    if uint8s.withContiguousStorageIfAvailable(copy) == nil {
      Array(uint8s).withUnsafeBufferPointer(copy)
    }
  }

  /// Entries in row-major order, as this machine lays out numbers of `elementType`.
  public init(shape: [Int], bytes: UnsafeRawBufferPointer, elementType: ElementType) {
    self.init(unwritten: shape, elementType)
    let expected = count * elementType.size
    if bytes.count != expected {
      misuse("Tensor: \(shape) of \(elementType) takes \(expected) bytes, not \(bytes.count)")
    }
    if let source = bytes.baseAddress {
      storage.bytes.copyMemory(from: source, byteCount: expected)
    }
  }

  /// A row for each of `rows`, which are bytes, divided by 255: float32 `[rows.count] + rowShape`.
  @_spi(Datasets)
  public init(dividingBy255 rows: [UnsafeRawBufferPointer], rowShape: [Int]) {
    self.init(unwritten: [rows.count] + rowShape, .float32)
    let width = rowShape.product
    let starts = rows.map { row in
      guard row.count == width, let start = row.baseAddress else {
        misuse("Tensor: a row \(rowShape) takes \(width) bytes, not \(row.count)")
      }
      return start.assumingMemoryBound(to: UInt8.self)
    }
    withExtendedLifetime(storage) { convert(starts, width: width, to: start(Float.self)) }
  }

  private init<T>(copying entries: [T], shape: [Int], _ elementType: ElementType) {
    if shape.checkedProduct != entries.count {
      misuse("Tensor: \(shape) has \(shape.product) entries, not \(entries.count)")
    }
    self = entries.withUnsafeBytes {
      Tensor(shape: shape, bytes: $0, elementType: elementType)
    }
  }

  /// Zeros of type `float64`.
  public init(zeros shape: [Int]) {
    self.init(repeating: 0, shape: shape)
  }

  /// Ones of type `float64`.
  public init(ones shape: [Int]) {
    self.init(repeating: 1, shape: shape)
  }

  /// The same number everywhere, of type `float64`.
  public init(repeating scalar: Double, shape: [Int]) {
    self.init(repeating: scalar, shape: shape, .float64)
  }

  /// Zeros of the shape and type of `x`.
  public init(zerosLike x: Tensor) {
    self.init(repeating: 0, shape: x.shape, x.elementType)
  }

  /// Ones of the shape and type of `x`.
  public init(onesLike x: Tensor) {
    self.init(repeating: 1, shape: x.shape, x.elementType)
  }

  init(repeating scalar: Double, shape: [Int], _ elementType: ElementType) {
    self.init(unwritten: shape, elementType)
    func fillEntries<T: Entry>(_ type: T.Type, of x: Tensor) {
      withExtendedLifetime(x.storage) { fill(x.start(type), count: x.count, with: T(scalar)) }
    }
    elementType == .float32 ? fillEntries(Float.self, of: self) : fillEntries(Double.self, of: self)
  }

  /// Entries from `first` through `last` at equal distances, in row-major order.
  public init(linearlySpacedFrom first: Double, through last: Double, shape: [Int]) {
    let count = shape.checkedProduct
    let step = count > 1 ? (last - first) / Double(count - 1) : 0
    let scalars = (0..<count).map { $0 == count - 1 && $0 > 0 ? last : first + Double($0) * step }
    self.init(shape: shape, scalars: scalars)
  }

  /// A row for each label, 1 at the label and 0 elsewhere: [N, C].
  public init(oneHot labels: [Int], count classes: Int) {
    var scalars = [Double](repeating: 0, count: labels.count * classes)
    for (i, label) in labels.enumerated() {
      guard (0..<classes).contains(label) else {
        misuse("oneHot: label \(label) at \(i) is not in 0..<\(classes)")
      }
      scalars[i * classes + label] = 1
    }
    self.init(shape: [labels.count, classes], scalars: scalars)
  }

  /// 1 where `mask` is true and 0 elsewhere.
  public init(_ mask: Mask) {
    self.init(mask, .float64)
  }

  init(_ mask: Mask, _ elementType: ElementType) {
    self.init(repeating: 0, shape: mask.shape, elementType)
    replace(with: 1, where: mask)
  }
}
