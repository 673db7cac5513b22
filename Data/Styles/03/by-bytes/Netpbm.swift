import Tensors

/// Images in the binary formats PPM (colours, `P6`) and PGM (grey, `P5`).
///
///     P6 <space> width <space> height <space> 255 <one space> pixels
///
/// *Space* is one or more of: a blank, a tab, a line's end, a carriage return; and wherever it
/// stands, but for the last, there may be comments, from a `#` to the end of its line. Numbers are
/// written in decimal digits. Behind the last number stands exactly one byte of space, and then
/// pixel by pixel, row by row from the top: three bytes in a PPM (red, green, blue), one in a PGM.
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
  /// - Throws: `DataError.notAnImage` unless it begins with `P5` or `P6`, width and height are
  ///   above 0 and below 65,536, and the last number is 255.
  public static func header(of bytes: [UInt8]) throws -> Header {
    var rest = bytes[...]
    let channels: Int
    if rest.starts(with: Array("P6".utf8)) {
      channels = 3
    } else if rest.starts(with: Array("P5".utf8)) {
      channels = 1
    } else {
      throw DataError.notAnImage(reason: "no P5 and no P6")
    }
    rest = rest.dropFirst(2)
    var numbers: [Int] = []
    while numbers.count < 3 {
      guard let byte = rest.first else { throw DataError.notAnImage(reason: "no header") }
      if isSpace(byte) {
        rest = rest.dropFirst()
      } else if byte == comment {
        rest = rest.drop { $0 != lineEnd }
      } else if byte >= 48 && byte <= 57 {
        var number = 0
        while let digit = rest.first, digit >= 48, digit <= 57 {
          number = number * 10 + Int(digit - 48)
          if number > 65_535 { throw DataError.notAnImage(reason: "too large") }
          rest = rest.dropFirst()
        }
        numbers.append(number)
      } else {
        throw DataError.notAnImage(reason: "a byte \(byte) in the header")
      }
    }
    guard numbers[0] > 0, numbers[1] > 0, numbers[2] == 255, let space = rest.first, isSpace(space)
    else { throw DataError.notAnImage(reason: "\(numbers)") }
    return Header(
      channels: channels, width: numbers[0], height: numbers[1], start: rest.startIndex + 1)
  }

  /// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
  ///
  /// - Throws: `DataError.notAnImage` where the header is none, or another number of bytes stands
  ///   behind it than it says.
  public static func image(from bytes: [UInt8]) throws -> Tensor {
    let header = try header(of: bytes)
    let plane = header.width * header.height
    var pixels = [Float](repeating: 0, count: header.channels * plane)
    guard header.start + pixels.count == bytes.count else {
      throw DataError.notAnImage(reason: "\(bytes.count) bytes")
    }
    for (i, byte) in bytes[header.start...].enumerated() {
      let (pixel, channel) = i.quotientAndRemainder(dividingBy: header.channels)
      pixels[channel * plane + pixel] = Float(byte)
    }
    return Tensor(shape: [header.channels, header.height, header.width], float32s: pixels)
  }

  /// The bytes that begin a comment, and end it.
  static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

  /// Whether the byte is a blank, a tab, a line's end or a carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
