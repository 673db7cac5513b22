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
    var all: [UInt8] = []
    for file in files {
      let content = try Files.bytes(of: file)
      if content.count % 3073 != 0 {
        throw DataError.wrongSize(file: file, bytes: content.count)
      }
      var place = 0
      var record = 0
      while place < content.count {
        if content[place] >= 10 {
          throw DataError.badLabel(file: file, record: record, label: Int(content[place]))
        }
        place += 3073
        record += 1
      }
      for byte in content { all.append(byte) }
    }
    bytes = all
  }

  /// The number of records of all files together.
  public var count: Int { bytes.count / Self.recordSize }

  /// Returns the image of that record, `[3, 32, 32]`, and its label.
  public func sample(at index: Int) -> Sample {
    var image = Tensor(zeros: [3, 32, 32])
    var place = index * 3073 + 1
    for channel in 0..<3 {
      for row in 0..<32 {
        for column in 0..<32 {
          image[channel, row, column] = Double(bytes[place])
          place += 1
        }
      }
    }
    return Sample(image: image, label: Int(bytes[index * 3073]))
  }
}
