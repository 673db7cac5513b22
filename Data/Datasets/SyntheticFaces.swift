import Tensors

/// Images, and where the same points of each are.
public struct KeypointImages: Sendable {
  public let images: Images

  /// float64 `[N, 2 · K]`: column and row of each of K points, x before y, from -1 at the left and upper
  /// edge of the image to 1 at the right and lower one.
  public let keypoints: Tensor
}

/// Made faces with five keypoints: both eyes, the nose, and the corners of the mouth.
///
/// Each is 24 × 24 in one channel, of its own size, place, tilt and light, on a backdrop of its own, with
/// noise. Where a keypoint is has to be seen: who answers with the mean of all faces has a score
/// 1 / (2 · MSE) of some 15.
///
/// The seed decides which faces are drawn, and `count` faces begin with those of every smaller `count`.
/// Only sums, products and quotients are computed, so that every machine makes the same bytes.
public enum SyntheticFaces {
  public static let imageShape = [1, side, side]
  public static let pointNames = [
    "left eye", "right eye", "nose", "left corner of the mouth", "right corner of the mouth",
  ]

  private static let side = 24

  public static func training(count: Int, seed: UInt64) -> KeypointImages {
    faces(count: count, seed: seed, stream: 3)
  }

  /// None is a training face of any seed.
  public static func test(count: Int, seed: UInt64) -> KeypointImages {
    faces(count: count, seed: seed, stream: 4)
  }

  private static func faces(count: Int, seed: UInt64, stream: UInt64) -> KeypointImages {
    var bytes: [UInt8] = []
    var coordinates: [Double] = []
    for i in 0..<count {
      var draws = Draws(seed: seed, stream: stream, index: i)
      let face = Face(using: &draws)
      coordinates += face.points.flatMap { [$0.x, $0.y] }
      bytes += face.painted(side: side, using: &draws)
    }
    return KeypointImages(
      images: Images(bytes: bytes, shape: imageShape),
      keypoints: Tensor(shape: [count, 2 * pointNames.count], scalars: coordinates))
  }
}

private struct Point {
  var x: Double
  var y: Double

  func squaredDistance(to other: Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}

private struct Face {
  let points: [Point]
  private let middle: Point
  private let size: Double
  private let skin: Double
  private let backdrop: Double

  init(using draws: inout Draws) {
    middle = Point(x: draws.number(in: -0.3...0.3), y: draws.number(in: -0.3...0.3))
    size = draws.number(in: 0.45...0.65)
    skin = draws.number(in: 140...220)
    backdrop = draws.number(in: 10...100)
    let tilt = draws.number(in: -0.25...0.25)
    var points: [Point] = []
    for (x, y) in [(-0.42, -0.35), (0.42, -0.35), (0, 0.08), (-0.33, 0.5), (0.33, 0.5)] {
      let own = Point(
        x: x + draws.number(in: -0.05...0.05), y: y + draws.number(in: -0.05...0.05))
      points.append(
        Point(
          x: middle.x + size * (own.x - tilt * own.y),
          y: middle.y + size * (own.y + tilt * own.x)))
    }
    self.points = points
  }

  func painted(side: Int, using draws: inout Draws) -> [UInt8] {
    (0..<side * side).map { i in
      let place = Point(
        x: Double(2 * (i % side) + 1) / Double(side) - 1,
        y: Double(2 * (i / side) + 1) / Double(side) - 1)
      let edge = (1 - place.squaredDistance(to: middle) / (size * size)) * 4
      let inside = min(max(edge, 0), 1)
      var light = backdrop + inside * (skin - backdrop)
      for eye in points.prefix(2) { light -= 130 * spot(place.squaredDistance(to: eye), 0.1) }
      light -= 70 * spot(place.squaredDistance(to: points[2]), 0.08)
      light -= 100 * spot(squaredDistanceToMouth(from: place), 0.06)
      let grain = Double(draws.below(21)) - 10
      return UInt8(min(max((light + grain).rounded(), 0), 255))
    }
  }

  /// 1 in the middle, and half as much at `radius`.
  private func spot(_ squaredDistance: Double, _ radius: Double) -> Double {
    let ratio = squaredDistance / (radius * radius)
    return 1 / (1 + ratio * ratio)
  }

  /// The mouth is the line from corner to corner.
  private func squaredDistanceToMouth(from place: Point) -> Double {
    let (left, right) = (points[3], points[4])
    let (dx, dy) = (right.x - left.x, right.y - left.y)
    let along = ((place.x - left.x) * dx + (place.y - left.y) * dy) / (dx * dx + dy * dy)
    let share = min(max(along, 0), 1)
    return place.squaredDistance(to: Point(x: left.x + share * dx, y: left.y + share * dy))
  }
}

extension Draws {
  fileprivate mutating func number(in range: ClosedRange<Double>) -> Double {
    let share = Double(below(1 << 20)) / Double(1 << 20)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }
}
