internal import Kernels

/// Numbers in rows, columns and further axes, as NumPy's `ndarray` holds them.
///
///     let x = Tensor([[1, 2, 3], [4, 5, 6]])      // [2, 3]
///     let y = 1 / (1 + exp(-x))                   // [2, 3]
///     let z = x.matmul(x.transposed())            // [2, 2]
///
/// A value: changing one tensor never changes another. Behind that, slices, transposes and most
/// reshapes share their memory with the tensor they were made from until one of them is changed.
///
/// The entries of a tensor made from nothing are `float64`. What is made from a tensor has its
/// type, and where two types meet, the result is `float32`.
public struct Tensor: Sendable {
  /// The number of entries along each axis; `[]` is a single number.
  public let shape: [Int]
  /// The type of the entries.
  public let elementType: ElementType

  /// The distance between neighbours along each axis, in entries; empty if the entries lie in
  /// row-major order without gaps.
  @usableFromInline let viewStrides: [Int]
  /// The place of the first entry, in entries.
  @usableFromInline let offset: Int
  @usableFromInline var storage: Storage

  init(shape: [Int], strides: [Int], offset: Int, elementType: ElementType, storage: Storage) {
    self.shape = shape
    self.elementType = elementType
    viewStrides = shape.isRowMajor(with: strides) ? [] : strides
    self.offset = offset
    self.storage = storage
  }

  /// A tensor whose entries lie in row-major order without gaps.
  init(contiguous shape: [Int], offset: Int, _ elementType: ElementType, _ storage: Storage) {
    self.shape = shape
    self.elementType = elementType
    viewStrides = []
    self.offset = offset
    self.storage = storage
  }

  /// A tensor whose entries are still to be written.
  init(unwritten shape: [Int], _ elementType: ElementType) {
    let storage = Storage(byteCount: shape.checkedProduct * elementType.size)
    self.init(contiguous: shape, offset: 0, elementType, storage)
  }

  /// A tensor of the shape of `x` whose entries are still to be written.
  init(unwrittenLike x: Tensor) {
    let storage = Storage(byteCount: x.count * x.elementType.size)
    self.init(contiguous: x.shape, offset: 0, x.elementType, storage)
  }

  /// The number of entries: the product of the shape.
  public var count: Int { shape.product }

  /// The number of axes.
  public var rank: Int { shape.count }

  /// Whether the entries lie in row-major order without gaps.
  var isContiguous: Bool { viewStrides.isEmpty }

  /// The distance between neighbours along each axis, in entries.
  var strides: [Int] { isContiguous ? shape.rowMajorStrides : viewStrides }

  /// The first entry's address. The tensor must be kept alive for as long as it is used.
  func start<T: Entry>(_: T.Type) -> UnsafeMutablePointer<T> {
    storage.bytes.assumingMemoryBound(to: T.self) + offset
  }
}

extension Tensor: Equatable {
  /// Whether shapes, types and all entries are equal; NaN equals nothing, as in `Double`.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.elementType == b.elementType && (a .== b).allTrue
  }
}

extension [Int] {
  var product: Int {
    var product = 1
    for count in self { product *= count }
    return product
  }

  /// Whether strides are those of row-major order; that of an axis with one entry does not count.
  func isRowMajor(with strides: [Int]) -> Bool {
    var expected = 1
    for axis in indices.reversed() where self[axis] != 1 {
      if strides[axis] != expected { return contains(0) }
      expected *= self[axis]
    }
    return true
  }

  /// The product of a shape that a caller gave.
  var checkedProduct: Int {
    if contains(where: { $0 < 0 }) { misuse("shape: \(self) has a negative number of entries") }
    return product
  }

  var rowMajorStrides: [Int] {
    var strides = self
    var stride = 1
    for axis in indices.reversed() {
      strides[axis] = stride
      stride *= self[axis]
    }
    return strides
  }
}
