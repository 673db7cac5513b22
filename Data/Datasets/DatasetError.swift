/// Why a data set could not be read or written: facts only, others make the sentence.
public enum DatasetError: Error, Equatable, Sendable {
  case missingFolder(String)
  case missingFile(String)

  /// The system refused to read the file or folder, and said why in `errno`.
  case unreadable(file: String, errno: Int32)

  /// The system refused to write the file or folder, and said why in `errno`.
  case unwritable(file: String, errno: Int32)

  case wrongSize(file: String, bytes: Int, expected: ExpectedSize)

  /// A label beyond the last class, in the record with that zero-based number.
  case badLabel(file: String, record: Int, label: Int)

  /// The file lists other classes than those of the data set that was asked for.
  case otherClasses(file: String, names: [String])

  /// The sizes, in bytes, that a reader accepts.
  public enum ExpectedSize: Equatable, Sendable {
    case exactly(Int)
    case positiveMultiple(of: Int)

    /// Whether a file of `bytes` bytes is accepted.
    public func accepts(_ bytes: Int) -> Bool {
      switch self {
      case .exactly(let size): bytes == size
      case .positiveMultiple(let unit): bytes > 0 && bytes.isMultiple(of: unit)
      }
    }
  }
}
