import Foundation

/// Writes images in the format of ISO/IEC 15948: 8 bits an entry, grey or red, green and blue, and no
/// word on gamma, which browsers understand differently. What is not packed is small enough here.
enum PNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func data(of image: PixelImage) -> Data {
    let row = image.width * image.channels
    var lines: [UInt8] = []
    lines.reserveCapacity((row + 1) * image.height)
    for y in 0..<image.height {
      lines.append(0)
      lines += image.bytes[y * row..<(y + 1) * row]
    }
    let head =
      bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height))
      + [8, image.channels == 1 ? 0 : 2, 0, 0, 0]
    return Data(
      signature + chunk("IHDR", head) + chunk("IDAT", stored(lines)) + chunk("IEND", []))
  }

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let content = Array(type.utf8) + body
    return bigEndian(UInt32(body.count)) + content + bigEndian(ZipFile.sum(Data(content)))
  }

  /// The bytes in blocks of zlib's format that are not packed.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let most = 65_535
    var stream: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: max(bytes.count, 1), by: most) {
      let block = bytes[start..<min(start + most, bytes.count)]
      let count = UInt16(block.count)
      stream.append(start + most >= bytes.count ? 1 : 0)
      for number in [count, ~count] {
        stream += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
      }
      stream += block
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + bigEndian(b << 16 | a)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
