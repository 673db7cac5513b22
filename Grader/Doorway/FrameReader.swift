#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes as they arrive, and the frames in them. What has been taken stays in the buffer for a while:
/// to move the rest forward for every frame would cost whoever reads many small ones the square of them.
public struct FrameReader {
  private var buffer = Data()
  private var taken = 0

  public init() {}

  /// The bytes that are no frame yet.
  public var count: Int { buffer.count - taken }

  public mutating func append(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Takes the first frame, or returns nil where more bytes are needed.
  public mutating func next(limit: Int) throws(WireError) -> Frame? {
    guard let (frame, length) = try Frame.first(in: buffer[taken...], limit: limit) else {
      return nil
    }
    taken += length
    if count == 0 || taken > max(buffer.count / 2, 1 << 20) {
      buffer = Data(buffer[taken...])
      taken = 0
    }
    return frame
  }
}
