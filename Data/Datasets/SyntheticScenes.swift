/// Scenes, and to what each of their pixels belongs.
public struct LabeledScenes: Sendable {
  /// The label of a pixel that is not to be counted.
  public static let ignored = -1

  public let images: Images

  /// Of each pixel the class, an index into `classNames`, or `ignored`: image by image, row by row.
  public let labels: [Int]
  public let classNames: [String]

  public var count: Int { images.count }

  /// The labels of the images at `indices`, one image behind the other.
  public func labels(at indices: [Int]) -> [Int] {
    let size = images.shape[1] * images.shape[2]
    return indices.flatMap { labels[$0 * size..<($0 + 1) * size] }
  }
}

/// Made scenes: disks, squares, triangles, rings and crosses on a ground.
///
/// Each is 24 × 24 in three channels. Ground and shapes have a colour and a texture of their own in every
/// scene, so that no pixel's colour tells what it belongs to: its surroundings have to be seen. A pixel
/// through which an edge goes is to be ignored. Who calls everything ground, the most frequent class, is
/// right at some 45 % of the pixels that count.
///
/// The seed decides which scenes are drawn, and `count` scenes begin with those of every smaller `count`.
/// Only sums, products and quotients are computed, so that every machine makes the same bytes.
public enum SyntheticScenes {
  public static let imageShape = [3, side, side]
  public static let classNames = ["ground", "disk", "square", "triangle", "ring", "cross"]

  static let side = 24

  public static func training(count: Int, seed: UInt64) -> LabeledScenes {
    scenes(count: count, seed: seed, stream: 5)
  }

  /// None is a training scene of any seed.
  public static func test(count: Int, seed: UInt64) -> LabeledScenes {
    scenes(count: count, seed: seed, stream: 6)
  }

  private static func scenes(count: Int, seed: UInt64, stream: UInt64) -> LabeledScenes {
    var bytes: [UInt8] = []
    var labels: [Int] = []
    for i in 0..<count {
      var draws = Draws(seed: seed, stream: stream, index: i)
      let scene = Scene(using: &draws)
      labels += scene.labels()
      bytes += scene.painted(using: &draws)
    }
    return LabeledScenes(
      images: Images(bytes: bytes, shape: imageShape), labels: labels, classNames: classNames)
  }
}

private struct Scene {
  private static let side = SyntheticScenes.side

  private let ground: Surface

  /// Those behind come first.
  private var shapes: [Shape] = []

  init(using draws: inout Draws) {
    ground = Surface(colour: (0..<3).map { _ in draws.number(in: 90...165) }, using: &draws)
    for quarter in draws.order(of: 4) where draws.below(8) > 0 {
      let (left, top) = (Double(6 + 12 * (quarter % 2)), Double(6 + 12 * (quarter / 2)))
      shapes.append(Shape(nearX: left, y: top, on: ground, using: &draws))
    }
  }

  /// The class of every pixel on which its middle and its corners agree.
  func labels() -> [Int] {
    (0..<Self.side * Self.side).map { i in
      let (x, y) = (Double(i % Self.side), Double(i / Self.side))
      let label = self.label(x: x + 0.5, y: y + 0.5)
      let isWhole = [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)].allSatisfy {
        self.label(x: $0, y: $1) == label && front(x: $0, y: $1) == front(x: x + 0.5, y: y + 0.5)
      }
      return isWhole ? label : LabeledScenes.ignored
    }
  }

  func painted(using draws: inout Draws) -> [UInt8] {
    (0..<3).flatMap { channel in
      (0..<Self.side * Self.side).map { i in
        let (x, y) = (Double(i % Self.side) + 0.5, Double(i / Self.side) + 0.5)
        let surface = front(x: x, y: y).map { shapes[$0].surface } ?? ground
        let grain = Double(draws.below(25)) - 12
        return UInt8(min(max((surface.light(channel, x: x, y: y) + grain).rounded(), 0), 255))
      }
    }
  }

  private func label(x: Double, y: Double) -> Int {
    front(x: x, y: y).map { shapes[$0].kind } ?? 0
  }

  /// The number of the shape that is seen at a place, if there is one.
  private func front(x: Double, y: Double) -> Int? {
    shapes.lastIndex { $0.covers(x: x, y: y) }
  }
}

private struct Shape {
  let kind: Int
  let surface: Surface
  private let x: Double
  private let y: Double
  private let radius: Double
  private let tilt: Double

  init(nearX x: Double, y: Double, on ground: Surface, using draws: inout Draws) {
    kind = 1 + draws.below(5)
    self.x = x + draws.number(in: -1.5...1.5)
    self.y = y + draws.number(in: -1.5...1.5)
    radius = draws.number(in: 5...7)
    tilt = draws.number(in: -0.3...0.3)
    surface = Surface(
      colour: ground.colour.map { light in
        let step = draws.number(in: 35...80)
        return draws.below(2) == 0 ? light + step : light - step
      }, using: &draws)
  }

  func covers(x: Double, y: Double) -> Bool {
    let (dx, dy) = ((x - self.x) / radius, (y - self.y) / radius)
    let (u, v) = (dx + tilt * dy, dy - tilt * dx)
    let distance = u * u + v * v
    let (across, down) = (max(u, -u), max(v, -v))
    switch kind {
    case 1: return distance < 1
    case 2: return across < 0.9 && down < 0.9
    case 3: return v < 0.8 && v + 1 > 1.9 * across
    case 4: return distance < 1.1 && distance > 0.25
    default: return (across < 0.4 && down < 1.05) || (down < 0.4 && across < 1.05)
    }
  }
}

/// A colour, and stripes or squares in it.
private struct Surface {
  let colour: [Double]
  private let contrast: Double
  private let stepX: Int
  private let stepY: Int

  init(colour: [Double], using draws: inout Draws) {
    self.colour = colour
    contrast = draws.number(in: 0...18)
    stepX = draws.below(3)
    stepY = draws.below(3)
  }

  func light(_ channel: Int, x: Double, y: Double) -> Double {
    let bits = Int(x) * stepX / 2 + Int(y) * stepY / 2
    return colour[channel] + (bits % 2 == 0 ? contrast : -contrast)
  }
}

extension Draws {
  fileprivate mutating func number(in range: ClosedRange<Double>) -> Double {
    let share = Double(below(1 << 20)) / Double(1 << 20)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }
}
