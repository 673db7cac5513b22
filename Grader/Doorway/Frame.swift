#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One message on the wire: a JSON header, and the entries of its tensors as raw bytes.
///
///     "GRAD"  version  kind    header length  blob length  header  blob
///     4 bytes UInt16   UInt16  UInt32         UInt64       JSON    bytes in the machine's order
///
/// JSON and not a binary property list, because one side reads what hostile code may have
/// written: JSON has neither references to expand nor depth without end.
public struct Frame: Sendable {
  public enum Kind: UInt16, Sendable {
    case question = 1
    case answer = 2
    case progress = 3
    /// The host could not answer: the header is a string that says why.
    case problem = 4
  }

  public static let version: UInt16 = 1
  static let prologueSize = 20
  private static let magic: [UInt8] = Array("GRAD".utf8)

  public var kind: Kind
  public var header: Data
  public var blob: Data

  public init(kind: Kind, header: Data, blob: Data) {
    self.kind = kind
    self.header = header
    self.blob = blob
  }

  /// The frame as it goes over the wire.
  public var bytes: Data {
    var bytes = Data(capacity: Self.prologueSize + header.count + blob.count)
    bytes.append(contentsOf: Self.magic)
    bytes.append(littleEndian: Self.version)
    bytes.append(littleEndian: kind.rawValue)
    bytes.append(littleEndian: UInt32(header.count))
    bytes.append(littleEndian: UInt64(blob.count))
    bytes.append(header)
    bytes.append(blob)
    return bytes
  }

  /// Takes the first frame off `buffer`, or returns nil where more bytes are needed.
  public static func take(from buffer: inout Data, limit: Int) throws(WireError) -> Frame? {
    guard let (frame, length) = try first(in: buffer, limit: limit) else { return nil }
    buffer = Data(buffer.dropFirst(length))
    return frame
  }

  /// Returns the first frame in `buffer` and its length, or nil where more bytes are needed.
  ///
  /// Nothing is allocated on the word of a length: `limit` bounds it, and the bytes are there.
  static func first(
    in buffer: Data, limit: Int
  ) throws(WireError) -> (frame: Frame, length: Int)? {
    guard buffer.count >= prologueSize else {
      guard magic.starts(with: buffer.prefix(magic.count)) else { throw .notOurs }
      return nil
    }
    guard buffer.prefix(4).elementsEqual(magic) else { throw .notOurs }
    let version = buffer.littleEndian(UInt16.self, at: 4)
    guard version == Self.version else { throw .version(Int(version)) }
    guard let kind = Kind(rawValue: buffer.littleEndian(UInt16.self, at: 6)) else {
      throw .notOurs
    }
    let headerCount = Int(buffer.littleEndian(UInt32.self, at: 8))
    let blobCount = buffer.littleEndian(UInt64.self, at: 12)
    guard headerCount <= limit, blobCount <= UInt64(limit) else { throw .tooLong(limit: limit) }

    let headerEnd = prologueSize + headerCount
    let end = headerEnd + Int(blobCount)
    guard buffer.count >= end else { return nil }
    let start = buffer.startIndex
    let frame = Frame(
      kind: kind, header: Data(buffer[start + prologueSize..<start + headerEnd]),
      blob: Data(buffer[start + headerEnd..<start + end]))
    return (frame, end)
  }
}

/// Why bytes are no message of ours.
public enum WireError: Error, Equatable, Sendable {
  case notOurs
  case version(Int)
  case tooLong(limit: Int)
  case cutShort
  /// The frame is whole; what it says makes no sense. In words of the decoder.
  case unreadable(String)
}

extension Data {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate func littleEndian<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> T {
    withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self)) }
  }
}
