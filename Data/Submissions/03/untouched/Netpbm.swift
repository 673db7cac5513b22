import Tensors

/// Images in the binary formats PPM (colours, `P6`) and PGM (grey, `P5`).
///
///     P6 <space> width <space> height <space> 255 <one space> pixels
///
/// *Space* is one or more of: a blank, a tab, a line's end, a carriage return; and wherever it
/// stands, but for the last, there may be comments among it, as many and as long as somebody liked,
/// each from a `#` to the next line's end (`\n`; a carriage return ends none). Numbers are written in
/// decimal digits and nothing else: `+3` is none. Behind the last number stands exactly one byte of
/// space, and then pixel by pixel, row by row from the top: three bytes in a PPM (red, green, blue),
/// one in a PGM.
public enum Netpbm {
  /// What stands before the pixels.
  public struct Header: Sendable, Equatable {
    /// 3 for `P6`, 1 for `P5`.
    public var channels: Int
    public var width: Int
    public var height: Int

    /// The number of the first byte that belongs to a pixel.
    public var start: Int

    public init(channels: Int, width: Int, height: Int, start: Int) {
      self.channels = channels
      self.width = width
      self.height = height
      self.start = start
    }
  }

  /// Returns what the header says.
  ///
  /// - Throws: `DataError.notAnImage(reason:)` unless it begins with `P5` or `P6`, width and height are
  ///   above 0 and below 65,536, the last number is 255, and a byte of space stands behind it.
  public static func header(of bytes: [UInt8]) throws -> Header {
    // TODO: 3.3  A helper that skips to the next number and reads it makes this short.
    unfinished("3.3")
  }

  /// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
  ///
  /// - Throws: `DataError.notAnImage(reason:)` where the header is none, or another number of bytes stands
  ///   behind it than it says.
  public static func image(from bytes: [UInt8]) throws -> Tensor {
    // TODO: 3.4  In which order do the bytes come, and in which order do you want them?
    unfinished("3.4")
  }

  /// The bytes that begin a comment, and end it.
  static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

  /// Whether the byte is a blank, a tab, a line's end or a carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
