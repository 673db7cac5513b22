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

  /// Reads `files`, in their order. A file may be empty.
  ///
  /// - Throws: `DataError.wrongSize` where a file is no whole number of records, and
  ///   `DataError.badLabel` at the first label above 9.
  public init(files: [String]) throws {
    bytes = try files.flatMap { path -> [UInt8] in
      let content = try Files.bytes(of: path)
      guard content.count.isMultiple(of: Self.recordSize) else {
        throw DataError.wrongSize(file: path, bytes: content.count)
      }
      let labels = stride(from: 0, to: content.count, by: Self.recordSize).map { Int(content[$0]) }
      if let bad = labels.firstIndex(where: { $0 > 9 }) {
        throw DataError.badLabel(file: path, record: bad, label: labels[bad])
      }
      return content
    }
  }

  /// The number of records of all files together.
  public var count: Int { bytes.count / Self.recordSize }

  /// Returns the image of that record, `[3, 32, 32]`, and its label.
  public func sample(at index: Int) -> Sample {
    let record = bytes.dropFirst(index * Self.recordSize).prefix(Self.recordSize)
    return Sample(
      image: Tensor(shape: [3, 32, 32], float32s: record.dropFirst().map(Float.init)),
      label: Int(record.first!))
  }
}
