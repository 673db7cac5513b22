import Foundation
import Testing

@testable import Grading

private let hasPython = FileManager.default.isExecutableFile(atPath: python)
private let python = "/usr/bin/python3"

@Suite("Images as files")
struct PNGTests {
  /// Reads the format's chunks and undoes what zlib, which Python has, did not pack.
  private static let reader = """
    import binascii, struct, sys, zlib
    data = open(sys.argv[1], "rb").read()
    assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
    place, chunks = 8, {}
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + size]
        assert struct.unpack(">I", data[place + 8 + size:place + 12 + size])[0] == binascii.crc32(kind + body)
        chunks[kind] = body
        place += 12 + size
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"], list(chunks)
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    lines = zlib.decompress(chunks[b"IDAT"])
    row = width * (3 if colour == 2 else 1) + 1
    assert len(lines) == row * height and not any(lines[y * row] for y in range(height))
    print(width, height, depth, colour, zlib.crc32(b"".join(lines[y * row + 1:(y + 1) * row] for y in range(height))))
    """

  @Test(
    "Python reads what was written, grey and coloured, small and larger than a block",
    .enabled(if: hasPython, "there is no python3"),
    arguments: [1, 3])
  func isRead(channels: Int) throws {
    for (width, height) in [(1, 1), (5, 3), (300, 280)] {
      let bytes = (0..<width * height * channels).map {
        UInt8(truncatingIfNeeded: $0 * 37 + $0 >> 8)
      }
      let image = PixelImage(width: width, height: height, channels: channels, bytes: bytes)
      let folder = try ScratchFolder()
      let path = "\(folder.path)/image.png"
      try PNG.data(of: image).write(to: URL(fileURLWithPath: path))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: python)
      process.arguments = ["-c", Self.reader, path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(
        said == "\(width) \(height) 8 \(channels == 1 ? 0 : 2) \(ZipFile.sum(Data(bytes)))\n")
    }
  }

  @Test("Planes become pixels, and images beside one another keep their rows")
  func arrangement() {
    let image = PixelImage(planes: [1, 2, 3, 4, 5, 6], shape: [3, 1, 2])
    #expect(image.bytes == [1, 3, 5, 2, 4, 6])
    let grey = PixelImage(width: 1, height: 2, channels: 1, bytes: [7, 8])
    #expect(PixelImage(beside: [grey, grey], gap: 1).bytes == [7, 255, 7, 8, 255, 8])
  }
}
