import Testing

@testable import Grading

@Suite("How points lie")
struct PointDistributionTests {
  @Test(
    "The bars cover every number of points once, and their counts add up to the class",
    arguments: [0, 1, 7, 20, 21, 30, 99, 100, 101, 250, 1000, 1234])
  func barsAddUp(possible: Int) {
    let points = (0..<300).map { $0 * 37 % (possible + 1) }
    let bars = PointDistribution(points, of: possible).bars
    #expect(bars.map(\.count).reduce(0, +) == 300)
    #expect(bars.flatMap { Array($0.range) } == Array(0...possible))
    #expect(bars.count <= 21)
  }

  @Test("With 100 points the last bar is those who have them all")
  func lastBarIsAll() {
    let bars = PointDistribution([0, 4, 5, 99, 100, 100], of: 100).bars
    #expect(bars.first == .init(range: 0...4, count: 2))
    #expect(bars.suffix(2) == [.init(range: 95...99, count: 1), .init(range: 100...100, count: 2)])
    #expect(bars.last?.label == "100")
  }

  @Test("Quartiles lie between neighbours in proportion, and an empty class has none")
  func quantiles() {
    let distribution = PointDistribution([40, 10, 30, 20], of: 100)
    #expect(distribution.quantile(0.5) == 25)
    #expect(distribution.quantile(0.25) == 17.5)
    #expect(distribution.quantile(1) == 40)
    #expect(PointDistribution([8], of: 100).quantile(0.75) == 8)
    #expect(PointDistribution([], of: 100).quantile(0.5) == nil)
  }

  @Test("A count of three digits is marked, so that it does not run into the next on a phone")
  func longCounts() {
    let points = Array(repeating: 100, count: 100) + [0]
    let drawing = PointDistribution(points, of: 100).histogram.source
    #expect(drawing.contains("class=\"long\">100</text>"))
    #expect(!drawing.contains("class=\"long\">1</text>"))
  }

  @Test("The histogram says in words what it shows")
  func histogramSpeaks() {
    let drawing = PointDistribution([0, 3, 100], of: 100).histogram.source
    #expect(drawing.contains(">0–4 points: 2; 100 points: 1</desc>"))
    #expect(drawing.contains("role=\"img\""))
    #expect(drawing.count(of: "<rect") == 21)
  }
}
