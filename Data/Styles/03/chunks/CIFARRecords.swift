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
  private let chunks: [[UInt8]]
  private let firsts: [Int]

  /// Reads `files`, in their order. A file may be empty.
  ///
  /// - Throws: `DataError.wrongSize` where a file is no whole number of records, and
  ///   `DataError.badLabel` at the first label above 9.
  public init(files: [String]) throws {
    var chunks: [[UInt8]] = [], firsts: [Int] = [0]
    for path in files {
      let chunk = try Files.bytes(of: path)
      if chunk.count / Self.recordSize * Self.recordSize != chunk.count {
        throw DataError.wrongSize(file: path, bytes: chunk.count)
      }
      for (i, byte) in chunk.enumerated() where i % Self.recordSize == 0 && byte >= 10 {
        throw DataError.badLabel(file: path, record: i / Self.recordSize, label: Int(byte))
      }
      chunks.append(chunk)
      firsts.append(firsts.last! + chunk.count / Self.recordSize)
    }
    self.chunks = chunks
    self.firsts = firsts
  }

  /// The number of records of all files together.
  public var count: Int { firsts[firsts.count - 1] }

  /// Returns the image of that record, `[3, 32, 32]`, and its label.
  public func sample(at index: Int) -> Sample {
    let file = firsts.lastIndex { $0 <= index }!
    let start = (index - firsts[file]) * Self.recordSize
    let planes = (0..<3).map { c -> Tensor in
      let from = start + 1 + c * 1024
      return Tensor(shape: [1, 32, 32], scalars: chunks[file][from..<(from + 1024)].map(Double.init))
    }
    return Sample(image: Tensor(concatenating: planes, along: 0), label: Int(chunks[file][start]))
  }
}
