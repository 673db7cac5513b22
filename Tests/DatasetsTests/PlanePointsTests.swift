import Datasets
import Testing

@Suite("Points of the plane")
struct PlanePointsTests {
  @Test("are in two classes by turns, within reach, and others under another seed")
  func classes() {
    for pattern in PlanePoints.Pattern.allCases {
      let points = PlanePoints(pattern, count: 200, seed: 1)
      #expect(points.inputs.shape == [200, 2])
      #expect(points.labels == (0..<200).map { $0 % 2 })
      let within = points.inputs.scalars.count { abs($0) <= 2.5 }
      #expect(within > 380, "\(pattern): \(within) of 400")
      #expect(points.inputs.scalars != PlanePoints(pattern, count: 200, seed: 2).inputs.scalars)
      let first = PlanePoints(pattern, count: 20, seed: 1).inputs.scalars
      #expect(first == Array(points.inputs.scalars.prefix(40)))
    }
  }

  @Test("are the same on every machine", arguments: zip(PlanePoints.Pattern.allCases, firsts))
  func sameEverywhere(pattern: PlanePoints.Pattern, first: [Double]) {
    let points = PlanePoints(pattern, count: 2, seed: 1)
    #expect(points.inputs.scalars.map { $0 * 1024 } == first)
  }

  /// The first two of each pattern under seed 1, by 1/1024.
  private static let firsts: [[Double]] = [
    [1684, -1793, 742, 444], [1850, -828, -187, -664], [-279, 742, 1748, -310],
    [204, -1694, -2000, 528], [-2605, -1374, 156, 1964],
  ]

  private func points(_ pattern: PlanePoints.Pattern) -> [(x: Double, y: Double, label: Int)] {
    let points = PlanePoints(pattern, count: 400, seed: 3)
    return points.labels.enumerated().map { i, label in
      (points.inputs[i, 0], points.inputs[i, 1], label)
    }
  }

  @Test("lie as their patterns say")
  func patterns() {
    #expect(points(.xor).allSatisfy { ($0.x * $0.y > 0) == ($0.label == 1) })
    #expect(points(.circles).allSatisfy { ($0.x * $0.x + $0.y * $0.y < 1.21) == ($0.label == 1) })
    // Clouds overlap: the best line has a few on its wrong side.
    let wrong = points(.clusters).count { ($0.x + $0.y > 0) != ($0.label == 1) }
    #expect((10...80).contains(wrong), "\(wrong)")
    // No straight line through the origin does well on the others.
    for pattern in [PlanePoints.Pattern.moons, .spiral] {
      let best = (0..<180).map { degree in
        let (u, v) = direction(degree)
        return points(pattern).count { (u * $0.x + v * $0.y > 0) == ($0.label == 1) }
      }.map { max($0, 400 - $0) }.max()
      #expect((best ?? 400) < 380, "\(pattern): \(best ?? 400)")
    }
  }

  private func direction(_ degree: Int) -> (Double, Double) {
    let t = Double(degree % 90) / 90
    return degree < 90 ? (1 - t, t) : (-t, 1 - t)
  }
}
