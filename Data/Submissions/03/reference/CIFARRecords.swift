import Tensors

/// Images in the binary format of CIFAR-10, kept in memory as bytes.
///
/// A file is a row of records of 3,073 bytes, without anything before, between or behind them:
///
///     label     red            green          blue
///     1 byte    32 · 32 bytes  32 · 32 bytes  32 · 32 bytes     a plane row by row, from the top
///
/// | name    | shape         | meaning                |
/// | ------- | ------------- | ---------------------- |
/// | `image` | `[3, 32, 32]` | the bytes, 0 to 255    |
/// | `label` | a number      | the class, 0 to 9      |
public struct CIFARRecords: Dataset {
  static let recordSize = 1 + 3 * 32 * 32

  /// The records of all files, one behind the other.
  private let bytes: [UInt8]

  /// Reads `files`, one after the other, in their order. A file may be empty, and may be named twice.
  ///
  /// - Throws: at the first file with which something is wrong: what `Files` throws where it is
  ///   missing, `DataError.wrongSize` where it is no whole number of records, else
  ///   `DataError.badLabel` for the first of its labels that is above 9.
  public init(files: [String]) throws {
    // begin 3.1: What has to be true of a file before you believe it?
    var all: [UInt8] = []
    for file in files {
      let bytes = try Files.bytes(of: file)
      guard bytes.count.isMultiple(of: Self.recordSize) else {
        throw DataError.wrongSize(file: file, bytes: bytes.count)
      }
      for record in 0..<bytes.count / Self.recordSize {
        let label = Int(bytes[record * Self.recordSize])
        guard label <= 9 else {
          throw DataError.badLabel(file: file, record: record, label: label)
        }
      }
      all += bytes
    }
    bytes = all
    // end
  }

  /// The number of records of all files together.
  public var count: Int { bytes.count / Self.recordSize }

  /// Returns the image of that record, `[3, 32, 32]`, and its label.
  public func sample(at index: Int) -> Sample {
    // begin 3.2: Where does the record begin, and where do its pixels?
    let start = index * Self.recordSize
    let pixels = bytes[start + 1..<start + Self.recordSize]
    return Sample(
      image: Tensor(shape: [3, 32, 32], uint8s: pixels), label: Int(bytes[start]))
    // end
  }
}
