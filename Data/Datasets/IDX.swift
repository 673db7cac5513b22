import Tensors

/// The format of MNIST: an array of numbers with its shape.
///
///     0   0   element type   number of axes   the length of each axis   the entries, row by row
///     1   1   1 byte         1 byte           4 bytes each              1 to 8 bytes each
///
/// All numbers begin with their greatest byte. After Yann LeCun, <http://yann.lecun.com/exdb/mnist>.
public enum IDX {
  public enum ElementType: UInt8, Sendable, CaseIterable {
    case uint8 = 0x08
    case int8 = 0x09
    case int16 = 0x0B
    case int32 = 0x0C
    case float32 = 0x0D
    case float64 = 0x0E

    /// In bytes.
    public var size: Int {
      switch self {
      case .uint8, .int8: 1
      case .int16: 2
      case .int32, .float32: 4
      case .float64: 8
      }
    }
  }

  /// What is wrong with a file that should be of this format.
  public enum Fault: Equatable, Sendable {
    /// It begins with other bytes than two zeros.
    case magic
    case elementType(UInt8)
    case noAxes

    /// It ends before all lengths are told.
    case endsInHeader

    /// It claims more entries than can be counted.
    case tooLarge(shape: [Int])
  }

  /// Returns the type of the entries of a file, and the entries: in `float32` where that holds them
  /// exactly, else, which is for `int32` and `float64`, in `float64`.
  ///
  /// Throws `DatasetError` where the file is missing, of another format, or of another size than it
  /// says.
  public static func read(
    _ file: String
  ) throws(DatasetError) -> (elementType: ElementType, entries: Tensor) {
    let header = try Header(of: file)
    let block = try SharedBytes(mapping: file, size: .exactly(header.fileSize))
    return withExtendedLifetime(block) {
      let bytes = UnsafeRawBufferPointer(rebasing: block.memory[header.size...])
      let shape = header.shape
      let entries =
        switch header.elementType {
        case .uint8: Tensor(shape: shape, uint8s: bytes)
        case .int8: Tensor(shape: shape, float32s: integers(bytes, Int8.self).map(Float.init))
        case .int16: Tensor(shape: shape, float32s: integers(bytes, Int16.self).map(Float.init))
        case .int32: Tensor(shape: shape, scalars: integers(bytes, Int32.self).map(Double.init))
        case .float32:
          Tensor(
            shape: shape, float32s: integers(bytes, UInt32.self).map(Float.init(bitPattern:)))
        case .float64:
          Tensor(
            shape: shape, scalars: integers(bytes, UInt64.self).map(Double.init(bitPattern:)))
        }
      return (header.elementType, entries)
    }
  }

  private static func integers<T: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ type: T.Type
  ) -> [T] {
    let size = MemoryLayout<T>.size
    return (0..<bytes.count / size).map {
      T(bigEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: type))
    }
  }

  /// Returns a file of bytes in that shape.
  ///
  /// Traps unless they fill it.
  public static func file(of bytes: [UInt8], shape: [Int]) -> [UInt8] {
    guard bytes.count == shape.reduce(1, *) else {
      fatalError("IDX: \(bytes.count) bytes do not fill \(shape)")
    }
    let lengths = shape.flatMap { withUnsafeBytes(of: UInt32($0).bigEndian, Array.init) }
    return [0, 0, ElementType.uint8.rawValue, UInt8(shape.count)] + lengths + bytes
  }

  /// What a file says of itself before its entries.
  struct Header {
    let elementType: ElementType
    let shape: [Int]

    /// In bytes, of this and of all of the file.
    let size: Int
    let fileSize: Int

    init(of file: String) throws(DatasetError) {
      let bytes = try FileSystem.beginning(of: file, count: 4 + 4 * Int(UInt8.max))
      guard !bytes.starts(with: [0x1F, 0x8B]) else { throw .packed(file: file) }
      guard bytes.prefix(2).allSatisfy({ $0 == 0 }) else { throw .notIDX(file: file, .magic) }
      guard bytes.count >= 4 else { throw .notIDX(file: file, .endsInHeader) }
      guard let type = ElementType(rawValue: bytes[2]) else {
        throw .notIDX(file: file, .elementType(bytes[2]))
      }
      let axes = Int(bytes[3])
      guard axes > 0 else { throw .notIDX(file: file, .noAxes) }
      guard bytes.count >= 4 + 4 * axes else { throw .notIDX(file: file, .endsInHeader) }
      elementType = type
      shape = (0..<axes).map { axis in
        bytes[(4 + 4 * axis)...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
      }
      size = 4 + 4 * axes
      // Lengths of 0 left out: strides are products of the others.
      var total = type.size
      for length in shape where length > 0 {
        let (product, overflow) = total.multipliedReportingOverflow(by: length)
        guard !overflow, product < Int.max / 2 else {
          throw .notIDX(file: file, .tooLarge(shape: shape))
        }
        total = product
      }
      fileSize = size + (shape.contains(0) ? 0 : total)
    }
  }
}
