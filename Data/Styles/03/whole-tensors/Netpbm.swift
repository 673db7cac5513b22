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
    var scanner = Scanner(rest: bytes[...])
    let channels: Int
    switch (scanner.pop(), scanner.pop()) {
    case (UInt8(ascii: "P"), UInt8(ascii: "6")): channels = 3
    case (UInt8(ascii: "P"), UInt8(ascii: "5")): channels = 1
    default: throw DataError.notAnImage(reason: "It begins with neither P5 nor P6.")
    }
    let numbers = try (0..<3).map { _ in try scanner.number() }
    guard numbers[2] == 255, numbers[..<2].allSatisfy({ (1..<65_536).contains($0) }) else {
      throw DataError.notAnImage(reason: "Its numbers are wrong: \(numbers).")
    }
    guard let last = scanner.pop(), isSpace(last) else {
      throw DataError.notAnImage(reason: "There is no space behind 255.")
    }
    return Header(channels: channels, width: numbers[0], height: numbers[1], start: scanner.rest.startIndex)
  }

  /// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
  ///
  /// - Throws: `DataError.notAnImage` where the header is none, or another number of bytes stands
  ///   behind it than it says.
  public static func image(from bytes: [UInt8]) throws -> Tensor {
    let header = try header(of: bytes)
    let pixels = bytes.dropFirst(header.start)
    guard pixels.count == header.channels * header.width * header.height else {
      throw DataError.notAnImage(reason: "\(pixels.count) bytes of pixels")
    }
    let planes = (0..<header.channels).flatMap { channel in
      stride(from: header.start + channel, to: bytes.count, by: header.channels).map { Float(bytes[$0]) }
    }
    return Tensor(shape: [header.channels, header.height, header.width], float32s: planes)
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func pop() -> UInt8? { rest.popFirst() }

    mutating func skip() -> Bool {
      let before = rest.startIndex
      while let byte = rest.first, Netpbm.isSpace(byte) || byte == Netpbm.comment {
        rest = byte == Netpbm.comment ? rest.drop { $0 != Netpbm.lineEnd } : rest.dropFirst()
      }
      return rest.startIndex > before
    }

    mutating func number() throws -> Int {
      guard skip() else { throw DataError.notAnImage(reason: "Space is missing.") }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest[digits.endIndex...]
      guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
        throw DataError.notAnImage(reason: "A number is missing, or far too large.")
      }
      return value
    }
  }

  /// The bytes that begin a comment, and end it.
  static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

  /// Whether the byte is a blank, a tab, a line's end or a carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
