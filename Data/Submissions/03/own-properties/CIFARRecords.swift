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

  private let images: [[UInt8]]
  private let labels: [Int]

  /// Reads `files`, in their order. A file may be empty.
  ///
  /// - Throws: `DataError.wrongSize` where a file is no whole number of records, and
  ///   `DataError.badLabel` at the first label above 9.
  public init(files: [String]) throws {
    var (images, labels): ([[UInt8]], [Int]) = ([], [])
    for file in files {
      var rest = try Files.bytes(of: file)[...]
      let size = rest.count
      if size % Self.recordSize > 0 { throw DataError.wrongSize(file: file, bytes: size) }
      while let label = rest.first {
        guard label < 10 else {
          throw DataError.badLabel(
            file: file, record: (size - rest.count) / Self.recordSize, label: Int(label))
        }
        labels.append(Int(label))
        images.append(Array(rest.dropFirst().prefix(3072)))
        rest = rest.dropFirst(Self.recordSize)
      }
    }
    (self.images, self.labels) = (images, labels)
  }

  /// The number of records of all files together.
  public var count: Int { labels.count }

  /// Returns the image of that record, `[3, 32, 32]`, and its label.
  public func sample(at index: Int) -> Sample {
    Sample(
      image: Tensor(shape: [3, 32, 32], scalars: images[index].map(Double.init)),
      label: labels[index])
  }
}
