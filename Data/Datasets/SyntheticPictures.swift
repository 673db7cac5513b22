/// The classes of the synthetic set, and how an image of one is made.
///
/// An image is its class's *pattern*, added or subtracted with equal chance, a faint *tint* of its
/// class, which is always added, a backdrop of its own, and noise. Since the pattern cancels, a
/// linear model sees no more than the tint; a hidden layer can look for the pattern and for its
/// negative.
///
/// Only whole numbers are computed with, so that every machine makes the same bytes.
struct SyntheticPictures: Sendable {
  static let shared = SyntheticPictures()

  /// How far an image may be shifted against its pattern, in each direction.
  private static let shift = 3
  private static let side = 32
  private static let patternSide = side + 2 * shift

  /// `[3, patternSide, patternSide]` each.
  private let patterns: [[Int32]]
  private let tints: [[Int32]]

  private init() {
    var draws = Draws(seed: 1)
    patterns = (0..<10).map { _ in Self.blotches(side: Self.patternSide, using: &draws) }
    tints = (0..<10).map { _ in Self.blotches(side: Self.patternSide, using: &draws) }
  }

  /// Writes an image `[3, 32, 32]` of class `label` to `image`.
  func paint(
    _ label: Int, using draws: inout Draws, into image: UnsafeMutableRawBufferPointer
  ) {
    let side = Self.side
    let patternSide = Self.patternSide
    let sign: Int32 = draws.below(2) == 0 ? 1 : -1
    let contrast = sign * Int32(72 + draws.below(49))
    let brightness = Int32(104 + draws.below(49))
    let left = draws.below(2 * Self.shift + 1)
    let top = draws.below(2 * Self.shift + 1)
    let backdrop = Self.blotches(side: side, using: &draws)
    let (wholePattern, wholeTint) = (patterns[label], tints[label])
    for channel in 0..<3 {
      for y in 0..<side {
        let row = (channel * side + y) * side
        let patternRow = (channel * patternSide + top + y) * patternSide + left
        let pattern = wholePattern.span.extracting(patternRow..<patternRow + side)
        let tint = wholeTint.span.extracting(patternRow..<patternRow + side)
        let backdrop = backdrop.span.extracting(row..<row + side)
        let target = UnsafeMutableRawBufferPointer(rebasing: image[row..<row + side])
        for start in stride(from: 0, to: side, by: 4) {
          var noise = draws.next()
          for x in start..<start + 4 {
            // The sum of two bytes: most often near its middle.
            let grain = Int32(truncatingIfNeeded: noise & 255 &+ noise >> 8 & 255) &- 255
            noise >>= 16
            let smooth = contrast &* pattern[x] &+ 20 &* tint[x] &+ 168 &* backdrop[x]
            target[x] = UInt8(clamping: brightness &+ smooth >> 8 &+ grain >> 2)
          }
        }
      }
    }
  }

  /// Smooth random colours, `[3, side, side]`, each entry in -160...160 with mean 0.
  ///
  /// A quadratic B-spline over random values on a grid, a cell of which is 8 pixels wide. The
  /// channels share half of their values, as those of photographs do.
  private static func blotches(side: Int, using draws: inout Draws) -> [Int32] {
    let cell = 8
    let nodes = (side + cell - 1) / cell + 2
    let shared = (0..<nodes * nodes).map { _ in draws.either(80) }
    var rows = [Int32](repeating: 0, count: nodes * side)
    var result = [Int32](repeating: 0, count: 3 * side * side)
    for channel in 0..<3 {
      let grid = shared.map { $0 + draws.either(80) }
      // Along the rows first: [nodes, side].
      for node in 0..<nodes {
        for x in 0..<side {
          let i = node * nodes + x / cell
          let weights = splineWeights(x % cell)
          rows[node * side + x] =
            (weights.0 &* grid[i] &+ weights.1 &* grid[i + 1] &+ weights.2 &* grid[i + 2]) >> 6
        }
      }
      for y in 0..<side {
        let weights = splineWeights(y % cell)
        let first = y / cell * side
        let above = rows.span.extracting(first..<first + side)
        let here = rows.span.extracting(first + side..<first + 2 * side)
        let below = rows.span.extracting(first + 2 * side..<first + 3 * side)
        let target = (channel * side + y) * side
        for x in 0..<side {
          let sum =
            weights.0 &* above[x] &+ weights.1 &* here[x] &+ weights.2 &* below[x]
          result[target + x] = sum >> 12
        }
      }
    }
    return result
  }

  /// The weights of three neighbouring nodes, times 512, at the middle of pixel `pixel` of the
  /// eight in a cell.
  private static func splineWeights(_ pixel: Int) -> (Int32, Int32, Int32) {
    let u = Int32(2 * pixel + 1)
    return ((16 - u) * (16 - u), 256 + 32 * u - 2 * u * u, u * u)
  }
}
