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

  /// `count` images of the file occur before in the set. The first of them is the record with that
  /// zero-based number, and the same image as `originalRecord` of the file `original`.
  case repeatedImages(
    file: String, record: Int, original: String, originalRecord: Int, count: Int)

  /// The file, or the training files together, hold another number of images of a class than those
  /// of the data set.
  case wrongClassCount(file: String, className: String, images: Int, expected: ClosedRange<Int>)

  /// The file lists other classes than those of the data set that was asked for.
  case otherClasses(file: String, names: [String])

  /// The file is compressed by gzip.
  case packed(file: String)

  /// The file is none of the format IDX.
  case notIDX(file: String, IDX.Fault)

  /// The file holds another array than that of the data set; nil stands for any length.
  case otherArray(file: String, elementType: IDX.ElementType, shape: [Int], expected: [Int?])

  /// The file is none of the format `Safetensors`.
  case notSafetensors(file: String, Safetensors.Fault)

  /// The file holds no tensor of that name, but those.
  case noTensor(file: String, name: String, names: [String])

  /// The tensor of that name is there, and cannot be had with the very numbers of the file.
  case unreadTensor(file: String, name: String, Safetensors.EntryFault)

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
