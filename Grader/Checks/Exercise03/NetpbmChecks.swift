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
      "Skip space, then read digits. What may stand there as well, and how far does that go?",
      "Behind 255 stands one byte of space. What if the first pixel is a 32?",
    ], examine: examineHeaders),

  Check(
    "03.netpbm.images",
    claim: "a PPM becomes [3, H, W] and a PGM [1, H, W], and every byte is in its plane",
    points: 4,
    uses: ["03.netpbm.header"],
    hints: [
      "Which indices run fastest in the file: row, column or colour?",
      "A tensor [H, W, C] takes the bytes as they come. What makes [C, H, W] of it?",
    ]
  ) { exam in
    try exam.offer(
      .netpbmImages,
      small: [(1, 1, 1), (1, 2, 1), (1, 1, 2), (3, 1, 1), (3, 2, 1), (3, 2, 2)].map { c, w, h in
        let pixels = (1...c * w * h).map { UInt8(10 * $0) }
        return EncodedImages(
          [Picture(channels: c, width: w, height: h, pixels: pixels).plainFile])
      })
    let sizes = [(3, 2), (1, 1), (2, 5), (4, 4), (exam.count(in: 5...9), 3), (3, 3), (1, 4)]
    let cases = sizes.enumerated().map { i, size in
      exam.picture(channels: i % 2 == 0 ? 3 : 1, width: size.0, height: size.1, first: 32)
    }
    let input = EncodedImages(cases.map(\.plainFile))
    let seen = try exam.ask(.netpbmImages, input)
    exam.expect(seen, toBe: cases.map(\.image), of: .netpbmImages, input)
    try exam.expectNoRefusal(of: input, seen.images)
  },

  Check(
    "03.netpbm.refused",
    claim: "what is no image of these formats is refused, and nothing else is",
    points: 3,
    hints: [
      "Int(text) is nil for a word and for a number that is too large. For which texts that are no number of "
        + "this format is it not nil?",
      "How many bytes must stand behind the header?",
    ], examine: examineBadImages),
]

private func examineHeaders(_ exam: Examination) throws {
  // A comment, a header that ends with a blank, a pixel that is one, and one that is a digit.
  let short = [
    "P5\n1 1\n255\n ", "P6\n1 1\n255\n123", "P5\n1 2 255\n\n ", "P5\n12 1\n255 123456789012",
    "P5\n# 3\n1 1\n255\n7",
  ]
  try exam.offer(.netpbmHeaders, small: short.map { EncodedImages([Array($0.utf8)]) })
  var (files, expected): ([[UInt8]], [Tensor]) = ([], [])
  func add(_ picture: Picture, _ first: String, _ second: String, _ third: String, _ last: String) {
    let head = picture.head(first, second, third, last)
    files.append(head + picture.pixels)
    expected.append(Tensor([picture.channels, picture.width, picture.height, head.count]))
  }
  let spaces = [
    ("\n", " ", "\n"), ("\r\n", "\t", " \n\n "), ("\n# made by code 7 8 9\n", " ", "\n# 255\n"),
    (" \n#\n# 3\t4\n \t", " # 5 columns\n ", "\r# P5 0 0 15\n#\n"), ("\n", "\n", "\n"),
    (exam.space(), exam.space(), exam.space()), (exam.space(), exam.space(), exam.space()),
  ]
  // Pixels that could be taken for space, a comment or a number.
  let firsts = [UInt8(ascii: "#"), 32, UInt8(ascii: "7"), 10, 9, 13]
  for (i, space) in spaces.enumerated() {
    for (k, last) in ["\n", " ", "\t", "\r"].enumerated() {
      let picture = exam.picture(
        channels: (i + k) % 2 == 0 ? 3 : 1, width: [3, 12, 1, 4, 255, 7, 100][i],
        height: exam.count(in: 1...11), first: firsts[(i + 2 * k) % firsts.count])
      add(picture, space.0, space.1, space.2, last)
    }
  }
  for first in firsts {
    add(exam.picture(channels: 1, width: 2, height: 1, first: first), "\n", " ", "\n", "\r")
  }
  // Of as many bytes, with the numbers and the comment elsewhere.
  add(exam.picture(channels: 1, width: 12, height: 1), "\n", " ", "\n# 1\n", "\n")
  add(exam.picture(channels: 1, width: 1, height: 12), "\n# 1\n", " ", "\n", "\n")
  // The largest there are.
  add(exam.picture(channels: 1, width: 65_535, height: 1), "\n", " ", "\n", "\n")
  add(exam.picture(channels: 1, width: 1, height: 65_535), "\n", " ", "\n", "\n")
  let input = EncodedImages(files)
  let seen = try exam.ask(.netpbmHeaders, input)
  exam.expect(seen, toBe: expected, of: .netpbmHeaders, input)
  try exam.expectNoRefusal(of: input, seen.headers)
}

private func examineBadImages(_ exam: Examination) throws {
  let (w, h) = (exam.count(in: 3...9), exam.count(in: 3...9))
  let good = exam.picture(channels: 3, width: w, height: h, first: 10)
  let grey = Array(good.pixels.prefix(w * h))
  func file(_ head: String, _ pixels: [UInt8]? = nil) -> [UInt8] {
    Array(head.utf8) + (pixels ?? good.pixels)
  }
  // Ends of a file, among them one in each part of a header.
  let long = Array("P6 # one\n\(w) # two\n \(h)\n# three 3\n255\n".utf8)
  let ends = long.indices.map { ("that ends behind byte \($0) of its header", Array(long[..<$0])) }
  let bad: [(String, [UInt8])] = [
    ("whose pixels lack a byte", Array(good.plainFile.dropLast())),
    ("with a byte too many", good.plainFile + [1]),
    ("with a line's end behind the pixels", good.plainFile + [10]),
    ("that begins with P3", file("P3\n\(w) \(h)\n255\n")),
    ("that begins with P4", file("P4\n\(w) \(h)\n255\n")),
    ("that begins with P2", file("P2\n\(w) \(h)\n255\n", grey)),
    ("that begins with p5", file("p5\n\(w) \(h)\n255\n", grey)),
    ("that begins with Q6", file("Q6\n\(w) \(h)\n255\n")),
    ("with 15 in the place of 255", file("P6\n\(w) \(h)\n15\n")),
    ("with 254 in the place of 255", file("P6\n\(w) \(h)\n254\n")),
    ("with 256 in the place of 255", file("P6\n\(w) \(h)\n256\n")),
    ("with 2550 in the place of 255", file("P6\n\(w) \(h)\n2550\n")),
    ("with 65535 in the place of 255", file("P6\n\(w) \(h)\n65535\n", good.pixels + good.pixels)),
    ("without space behind 255", file("P6\n\(w) \(h)\n255x")),
    ("of width 0", file("P6\n0 \(h)\n255\n", [])),
    ("of height 0", file("P5\n\(w) 0\n255\n", [])),
    ("of 65,536 columns", file("P5\n65536 1\n255\n", exam.bytes(65_536))),
    ("of 65,536 rows", file("P5\n1 65536\n255\n", exam.bytes(65_536))),
    ("with a word in the place of the height", file("P6\n\(w) high\n255\n")),
    ("of 99999999999999999999 columns", file("P6\n99999999999999999999 \(h)\n255\n")),
    // What is left of it in 64 bits is right.
    ("of 2⁶⁴ + 2 columns", file("P5\n18446744073709551618 1\n255\n", [1, 2])),
    ("of width -\(w)", file("P6\n-\(w) \(h)\n255\n")),
    ("of width +\(w)", file("P6\n+\(w) \(h)\n255\n")),
    ("of one byte, no P", [81]),
  ]
  let all = bad + ends
  let input = EncodedImages(all.map(\.1) + [good.plainFile])
  let seen = try exam.ask(.netpbmImages, input)
  try exam.require(seen.images.count == input.images.count)
  exam.note(seen, of: .netpbmImages, input)
  for (image, (what, _)) in zip(seen.images, all) {
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
  fileprivate func expectNoRefusal(of files: EncodedImages, _ seen: [Tensor?]) throws {
    guard let place = seen.firstIndex(where: { $0 == nil }), place < files.images.count else {
      return
    }
    let file = EncodedImages([Array(files.images[place].data)])
    try expect(false, "file \(place + 1), \(file.title ?? ""), is right and was refused")
  }

  /// Blanks, ends and comments of all lengths and contents, in any order; a blank comes first, since
  /// whether a comment may stand directly behind a number is not said.
  fileprivate func space() -> String {
    var space = ["", " ", "\t"][count(in: 0...2)] + "\n"
    for _ in 0..<count(in: 2...5) {
      space += [" ", "\t", "\n", "\r", "\r\n", " \n"][count(in: 0...5)]
      // Behind a return, which ends none.
      let letters = Array("# 0123456789 abc P5 255 \r\t.-")
      let length = [0, 1, count(in: 2...40), count(in: 300...5000)][count(in: 0...3)]
      space +=
        "#" + String((0..<length).map { _ in letters[count(in: 0...letters.count - 1)] }) + "\n"
    }
    return space + ["", " ", "\n\t"][count(in: 0...2)]
  }

  func picture(channels: Int, width: Int, height: Int, first: UInt8? = nil) -> Picture {
    var pixels = bytes(channels * width * height)
    if let first { pixels[0] = first }
    return Picture(channels: channels, width: width, height: height, pixels: pixels)
  }
}
