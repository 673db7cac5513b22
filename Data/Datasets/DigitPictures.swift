/// How a synthetic digit is drawn: lines from point to point, each image's bent, slanted, moved and
/// drawn with a pen of its own; and noise.
///
/// Only whole numbers are computed with, so that every machine makes the same bytes. Sixteen units
/// are a pixel.
enum DigitPictures {
  private static let side = 28

  private struct Point {
    var x: Int
    var y: Int
  }

  /// The corners of each digit on a grid that is 8 wide and 12 high.
  private static let digits: [[(Int, Int)]] = [
    [(2, 0), (6, 0), (8, 3), (8, 9), (6, 12), (2, 12), (0, 9), (0, 3), (2, 0)],
    [(2, 3), (5, 0), (5, 12)],
    [(0, 3), (2, 0), (6, 0), (8, 3), (0, 12), (8, 12)],
    [(0, 1), (4, 0), (7, 2), (3, 6), (8, 9), (4, 12), (0, 11)],
    [(6, 12), (6, 0), (0, 8), (8, 8)],
    [(8, 0), (1, 0), (0, 6), (5, 5), (8, 8), (5, 12), (0, 11)],
    [(7, 0), (2, 4), (0, 9), (4, 12), (8, 9), (5, 6), (1, 8)],
    [(0, 0), (8, 0), (3, 12)],
    [(4, 6), (1, 3), (4, 0), (7, 3), (4, 6), (0, 9), (4, 12), (8, 9), (4, 6)],
    [(7, 4), (3, 6), (0, 3), (4, 0), (8, 3), (6, 12)],
  ]

  /// Writes an image `[1, 28, 28]` of the digit `label` to `image`.
  static func paint(
    _ label: Int, using draws: inout Draws, into image: UnsafeMutableRawBufferPointer
  ) {
    func within(_ limit: Int) -> Int { draws.below(2 * limit + 1) - limit }
    let (width, height, slant) = (20 + draws.below(9), 20 + draws.below(7), within(5))
    let (left, top) = (224 + within(56), 224 + within(56))
    let pen = 14 + draws.below(9)
    let corners = digits[label].map { x, y in
      Point(
        x: left + (x - 4) * width + (y - 6) * slant + within(12),
        y: top + (y - 6) * height + within(12))
    }
    let (inner, outer) = (pen * pen, (pen + 10) * (pen + 10))
    for y in 0..<side {
      for x in 0..<side {
        let point = Point(x: 16 * x + 8, y: 16 * y + 8)
        var distance = outer
        for (a, b) in zip(corners, corners.dropFirst()) {
          distance = min(distance, squaredDistance(of: point, from: a, to: b))
        }
        let ink = min(255 * (outer - distance) / (outer - inner), 255)
        let noise = draws.below(101) - draws.below(101)
        image[y * side + x] = UInt8(clamping: ink + noise)
      }
    }
  }

  /// The squared distance of `p` from the line between `a` and `b`.
  private static func squaredDistance(of p: Point, from a: Point, to b: Point) -> Int {
    let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, p.x - a.x, p.y - a.y)
    let length = max(ux * ux + uy * uy, 1)
    let along = vx * ux + vy * uy
    let nearest = min(max(along, 0), length)
    return vx * vx + vy * vy - (2 * along * nearest - nearest * nearest) / length
  }
}
