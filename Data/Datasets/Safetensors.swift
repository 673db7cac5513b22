import Tensors

/// A file of named tensors, in the format that PyTorch, NumPy and others share:
///
///     8 bytes   how many bytes the header has, the least byte first
///     header    {"w": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}, and spaces
///     data      the entries of all tensors, row by row, the least byte first
///
/// After <https://github.com/huggingface/safetensors>. All of the header is checked before any entry
/// is read. Beyond what that package asks for, no name may occur twice, two spellings of one text
/// among them, and a tensor has the three keys above, no others, and at most 64 axes.
public struct Safetensors: Sendable {
  /// What the format can say of an entry.
  public enum ElementType: String, Sendable, CaseIterable {
    case bool = "BOOL"
    case float4 = "F4"
    case float6e2m3 = "F6_E2M3"
    case float6e3m2 = "F6_E3M2"
    case uint8 = "U8"
    case int8 = "I8"
    case float8e5m2 = "F8_E5M2"
    case float8e4m3 = "F8_E4M3"
    case float8e8m0 = "F8_E8M0"
    case float8e4m3fnuz = "F8_E4M3FNUZ"
    case float8e5m2fnuz = "F8_E5M2FNUZ"
    case int16 = "I16"
    case uint16 = "U16"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case int32 = "I32"
    case uint32 = "U32"
    case float32 = "F32"
    case complex64 = "C64"
    case float64 = "F64"
    case int64 = "I64"
    case uint64 = "U64"

    /// The bits that an entry takes.
    var bits: Int {
      switch self {
      case .float4: 4
      case .float6e2m3, .float6e3m2: 6
      case .bool, .uint8, .int8, .float8e5m2, .float8e4m3, .float8e8m0, .float8e4m3fnuz,
        .float8e5m2fnuz:
        8
      case .int16, .uint16, .float16, .bfloat16: 16
      case .int32, .uint32, .float32: 32
      case .complex64, .float64, .int64, .uint64: 64
      }
    }
  }

  /// What the header says of a tensor.
  public struct Entry: Sendable, Equatable {
    public let name: String
    public let type: ElementType
    public let shape: [Int]

    /// Where its bytes are, in the data.
    let range: Range<Int>

    /// The number of its entries.
    public var count: Int { shape.reduce(1, *) }
  }

  /// In the order of their bytes.
  public let entries: [Entry]

  /// What was said of the file as a whole.
  public let metadata: [String: String]

  private let file: String
  private let bytes: [UInt8]

  /// Where the data begins in `bytes`.
  private let start: Int

  /// Reads a file of at most `limit` bytes.
  ///
  /// Throws `DatasetError` where it is missing, larger, or not of this format.
  public init(reading file: String, limit: Int = 1 << 31) throws(DatasetError) {
    let bytes = try FileSystem.reading(file) { (descriptor, size) throws(DatasetError) in
      guard size <= limit else {
        throw .notSafetensors(file: file, .tooManyBytes(size, limit: limit))
      }
      return try FileSystem.bytes(of: descriptor, count: size, file)
    }
    try self.init(bytes: bytes, of: file)
  }

  /// Takes the bytes of a file that errors call `file`.
  ///
  /// Throws `DatasetError` where they are not of this format.
  public init(bytes: [UInt8], of file: String) throws(DatasetError) {
    let header: Header
    do throws(Fault) {
      header = try Header(of: bytes)
    } catch {
      throw .notSafetensors(file: file, error)
    }
    (entries, metadata, start) = (header.entries, header.metadata, header.size)
    (self.bytes, self.file) = (bytes, file)
  }

  /// All tensors by their names, as `tensor(named:)` returns them.
  public func tensors() throws(DatasetError) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for entry in entries { tensors[entry.name] = try tensor(entry) }
    return tensors
  }

  /// Returns the tensor of that name, with the very numbers that the file has: in `float32` where
  /// that holds all numbers of their type, which is for `F32`, `F16`, `BF16`, `BOOL` and integers of
  /// up to 16 bits, else, for `F64` and longer integers, in `float64`.
  ///
  /// Throws `DatasetError` where there is none, where its entries are of a type of 8 bits or fewer
  /// that is no integer, or complex, where a `BOOL` is neither 0 nor 1, and where an integer is beyond
  /// 2⁵³, so that no `float64` may be it.
  public func tensor(named name: String) throws(DatasetError) -> Tensor {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw .noTensor(file: file, name: name, names: entries.map(\.name))
    }
    return try tensor(entry)
  }

  private func tensor(_ entry: Entry) throws(DatasetError) -> Tensor {
    let range = start + entry.range.lowerBound..<start + entry.range.upperBound
    do throws(EntryFault) {
      return try entry.tensor(of: bytes[range])
    } catch {
      throw .unreadTensor(file: file, name: entry.name, error)
    }
  }
}
