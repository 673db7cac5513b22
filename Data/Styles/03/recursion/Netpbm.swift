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
    let magic = Array(bytes.prefix(2))
    guard magic == [80, 53] || magic == [80, 54] else {
      throw DataError.notAnImage(reason: "another format")
    }
    func numbers(_ count: Int, from place: Int) throws -> (values: [Int], end: Int) {
      if count == 0 { return ([], place) }
      guard place < bytes.count else { throw DataError.notAnImage(reason: "cut short") }
      if isSpace(bytes[place]) { return try numbers(count, from: place + 1) }
      if bytes[place] == comment {
        let end = bytes[place...].firstIndex(of: lineEnd) ?? bytes.count
        return try numbers(count, from: end)
      }
      let end = bytes[place...].firstIndex { !(48...57).contains($0) } ?? bytes.count
      guard let value = UInt16(String(bytes[place..<end].map { Character(UnicodeScalar($0)) }))
      else { throw DataError.notAnImage(reason: "no number") }
      let rest = try numbers(count - 1, from: end)
      return ([Int(value)] + rest.values, rest.end)
    }
    let (values, end) = try numbers(3, from: 2)
    guard values[0] > 0 && values[1] > 0 && values[2] == 255 else {
      throw DataError.notAnImage(reason: "\(values)")
    }
    guard end < bytes.count && isSpace(bytes[end]) else {
      throw DataError.notAnImage(reason: "no space behind the header")
    }
    return Header(
      channels: magic[1] == 54 ? 3 : 1, width: values[0], height: values[1], start: end + 1)
  }

  /// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
  ///
  /// - Throws: `DataError.notAnImage` where the header is none, or another number of bytes stands
  ///   behind it than it says.
  public static func image(from bytes: [UInt8]) throws -> Tensor {
    let header = try header(of: bytes)
    let pixels = bytes[header.start...]
    guard pixels.count == header.channels * header.width * header.height else {
      throw DataError.notAnImage(reason: "there are \(pixels.count) bytes of pixels")
    }
    let shape = [header.height, header.width, header.channels]
    let interleaved = Tensor(shape: shape, float32s: pixels.map(Float.init))  // [H, W, C]
    return interleaved.transposed(permuting: [2, 0, 1])
  }

  /// The bytes that begin a comment, and end it.
  static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

  /// Whether the byte is a blank, a tab, a line's end or a carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
