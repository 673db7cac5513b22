import Doorway
import Foundation
import Grading
import Tensors

let netpbmChecks = [
  Check(
    "03.netpbm.header",
    claim: "the header's numbers are found behind space and comments, and one byte ends it",
    points: 3,
    hints: [
      "Skip what is no digit, then read digits. What is skipped differently from a blank?",
      "Behind 255 stands one byte of space. What if the first pixel is a 32?",
    ], examine: examineHeaders),

  Check(
    "03.netpbm.images",
    claim: "a PPM becomes [3, H, W] and a PGM [1, H, W], and every byte is in its plane",
    points: 4,
    hints: [
      "Which indices run fastest in the file: row, column or colour?",
      "A tensor [H, W, C] takes the bytes as they come. What makes [C, H, W] of it?",
    ]
  ) { exam in
    let sizes = [(3, 2), (1, 1), (2, 5), (4, 4), (exam.count(in: 5...9), 3), (3, 3), (1, 4)]
    let cases = sizes.enumerated().map { i, size in
      exam.picture(channels: i % 2 == 0 ? 3 : 1, width: size.0, height: size.1, first: 32)
    }
    let input = EncodedImages(cases.map { Bytes(Data($0.plainFile)) })
    let seen = try exam.ask(.netpbmImages, input)
    exam.expect(seen, toBe: cases.map(\.image), of: .netpbmImages, input)
  },

  Check(
    "03.netpbm.refused",
    claim: "what is no image of these formats is refused, and nothing else is",
    points: 3,
    hints: [
      "Int(text) is nil where the text is no number, or one too large.",
      "How many bytes must stand behind the header?",
    ], examine: examineBadImages),
]

private func examineHeaders(_ exam: Examination) throws {
  let spaces = [
    ("\n", " ", "\n", "\n"), ("\r\n", "\t", " \n\n ", " "),
    ("\n# made by code 7 8 9\n", " ", "\n# 255\n", "\n"),
    (" \n#\n# 3\t4\n \t", " # 5 columns\n ", "\r# P5 0 0 15\n#\n", "\t"),
    ("\n", "\n", "\n", "\r"),
  ]
  let firsts: [UInt8] = [UInt8(ascii: "#"), 32, UInt8(ascii: "7"), 10, 9]
  var (files, expected): ([Bytes], [Tensor]) = ([], [])
  for (i, space) in spaces.enumerated() {
    let (w, h) = ([3, 12, 1, 4, 255][i], exam.count(in: 1...11))
    let picture = exam.picture(
      channels: i % 2 == 0 ? 3 : 1, width: w, height: h, first: firsts[i])
    let head = picture.head(space.0, space.1, space.2, space.3)
    files.append(Bytes(Data(head + picture.pixels)))
    expected.append(Tensor([picture.channels, w, h, head.count]))
  }
  let input = EncodedImages(files)
  exam.expect(
    try exam.ask(.netpbmHeaders, input), toBe: expected, of: .netpbmHeaders, input)
}

private func examineBadImages(_ exam: Examination) throws {
  let (w, h) = (exam.count(in: 3...9), exam.count(in: 3...9))
  let good = exam.picture(channels: 3, width: w, height: h, first: 10)
  func file(_ head: String, _ pixels: [UInt8]? = nil) -> [UInt8] {
    Array(head.utf8) + (pixels ?? good.pixels)
  }
  let bad: [(String, [UInt8])] = [
    ("whose pixels lack a byte", Array(good.plainFile.dropLast())),
    ("with a byte too many", good.plainFile + [1]),
    ("that begins with P3", file("P3\n\(w) \(h)\n255\n")),
    ("that begins with P4", file("P4\n\(w) \(h)\n255\n")),
    ("that begins with P2", file("P2\n\(w) \(h)\n255\n", Array(good.pixels.prefix(w * h)))),
    ("that begins with p5", file("p5\n\(w) \(h)\n255\n", Array(good.pixels.prefix(w * h)))),
    ("with 15 in the place of 255", file("P6\n\(w) \(h)\n15\n")),
    ("with 65535 in the place of 255", file("P6\n\(w) \(h)\n65535\n", good.pixels + good.pixels)),
    ("of width 0", file("P6\n0 \(h)\n255\n", [])),
    ("of height 0", file("P5\n\(w) 0\n255\n", [])),
    ("that ends in its header", file("P6\n\(w) \(h)\n", [])),
    ("that ends behind 255", file("P6\n\(w) \(h)\n255", [])),
    ("that ends in a comment", file("P6\n\(w) # 4 255", [])),
    ("with a word in the place of the height", file("P6\n\(w) high\n255\n")),
    ("of 99999999999999999999 columns", file("P6\n99999999999999999999 \(h)\n255\n")),
    ("of width -\(w)", file("P6\n-\(w) \(h)\n255\n")),
    ("that is empty", []), ("of one byte", [80]),
  ]
  let input = EncodedImages(
    (bad.map(\.1) + [good.plainFile]).map { Bytes(Data($0)) })
  let seen = try exam.ask(.netpbmImages, input)
  try exam.require(seen.images.count == input.images.count)
  exam.note(seen, of: .netpbmImages, input)
  for (image, (what, _)) in zip(seen.images, bad) {
    try exam.expect(
      image == nil, "a file \(what) became an image \(image?.shape ?? []), expected an error")
  }
  try exam.expect(
    seen.images.last.flatMap { $0 }?.shape == [3, h, w], "an image that is right was refused")
}

/// An image, and how a file has it.
struct Picture {
  var channels: Int
  var width: Int
  var height: Int

  /// Pixel by pixel.
  var pixels: [UInt8]

  func head(_ first: String, _ second: String, _ third: String, _ last: String) -> [UInt8] {
    Array("\(channels == 3 ? "P6" : "P5")\(first)\(width)\(second)\(height)\(third)255\(last)".utf8)
  }

  var plainFile: [UInt8] { head("\n", " ", "\n", "\n") + pixels }

  /// `[C, H, W]`
  var image: Tensor {
    let plane = width * height
    return Tensor(
      shape: [channels, height, width],
      scalars: (0..<channels * plane).map { Double(pixels[$0 % plane * channels + $0 / plane]) })
  }
}

extension Examination {
  func picture(channels: Int, width: Int, height: Int, first: UInt8? = nil) -> Picture {
    var pixels = bytes(channels * width * height)
    if let first { pixels[0] = first }
    return Picture(channels: channels, width: width, height: height, pixels: pixels)
  }
}
