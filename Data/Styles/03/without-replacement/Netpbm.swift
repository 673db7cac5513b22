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
    guard bytes.starts(with: Array("P5".utf8)) || bytes.starts(with: Array("P6".utf8)) else {
      throw DataError.notAnImage(reason: "Kennung")
    }
    let (breite, a) = try zahl(bytes, ab: luecke(bytes, ab: 2, schon: false), bisher: nil)
    let (hoehe, b) = try zahl(bytes, ab: luecke(bytes, ab: a, schon: false), bisher: nil)
    let (groesste, c) = try zahl(bytes, ab: luecke(bytes, ab: b, schon: false), bisher: nil)
    let erlaubt = 1...65_535
    if !erlaubt.contains(breite) || !erlaubt.contains(hoehe) || groesste != 255 {
      throw DataError.notAnImage(reason: "Zahlen")
    }
    if c == bytes.endIndex || !isSpace(bytes[c]) { throw DataError.notAnImage(reason: "Ende") }
    return Header(channels: bytes[1] == UInt8(ascii: "5") ? 1 : 3, width: breite, height: hoehe, start: c + 1)
  }

  /// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
  ///
  /// - Throws: `DataError.notAnImage` where the header is none, or another number of bytes stands
  ///   behind it than it says.
  public static func image(from bytes: [UInt8]) throws -> Tensor {
    let kopf = try header(of: bytes)
    let flaeche = kopf.width * kopf.height
    if bytes.count - kopf.start != kopf.channels * flaeche { throw DataError.notAnImage(reason: "Menge") }
    let alle = Tensor(shape: [flaeche, kopf.channels], scalars: bytes[kopf.start...].map { Double($0) })
    return alle.transposed().reshaped(to: [kopf.channels, kopf.height, kopf.width])
  }

  /// Recursive: a run of space or one comment each time.
  private static func luecke(_ bytes: [UInt8], ab: Int, schon: Bool) throws -> Int {
    if ab < bytes.count, isSpace(bytes[ab]) {
      let ende = bytes[ab...].firstIndex { !isSpace($0) } ?? bytes.count
      return try luecke(bytes, ab: ende, schon: true)
    }
    if ab < bytes.count, bytes[ab] == comment {
      let ende = bytes[ab...].firstIndex(of: lineEnd) ?? bytes.count
      return try luecke(bytes, ab: ende, schon: true)
    }
    guard schon else { throw DataError.notAnImage(reason: "Luecke fehlt") }
    return ab
  }

  private static func zahl(_ bytes: [UInt8], ab: Int, bisher: Int?) throws -> (Int, Int) {
    guard ab < bytes.count, let ziffer = Character(UnicodeScalar(bytes[ab])).wholeNumberValue,
      (48...57).contains(bytes[ab])
    else {
      guard let bisher else { throw DataError.notAnImage(reason: "Zahl fehlt") }
      return (bisher, ab)
    }
    return try zahl(bytes, ab: ab + 1, bisher: min((bisher ?? 0) * 10 + ziffer, 70_000))
  }

  /// The bytes that begin a comment, and end it.
  static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

  /// Whether the byte is a blank, a tab, a line's end or a carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
