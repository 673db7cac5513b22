/// How the points lie in a class.
struct PointDistribution {
  /// Ascending.
  let points: [Int]
  let possible: Int

  /// Whether they are what the course's policy has made of the points.
  var isOfGrades = false

  /// Of grades, a part of a point is none.
  init(grades: [Score], of possible: Int) {
    self.init(grades.map { $0.hundredths / 100 }, of: possible)
    isOfGrades = true
  }

  init(_ points: [Int], of possible: Int) {
    self.points = points.sorted()
    self.possible = possible
  }

  /// Those who have as many points as one bar of the histogram stands for.
  struct Bar: Equatable {
    let range: ClosedRange<Int>
    let count: Int

    /// "5–9", or "100" where the bar stands for one number.
    var label: String {
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
  }

  /// At most 21 bars of the same width, from 0 to all points. The last may be narrower: with 100
  /// points it is those who have them all, and a bonus perhaps.
  var bars: [Bar] {
    let width = [1, 2, 5, 10, 20, 25, 50].first { possible / $0 <= 20 } ?? possible / 20 + 1
    return stride(from: 0, through: possible, by: width).map { lowest in
      let range = lowest...min(lowest + width - 1, possible)
      return Bar(range: range, count: points.count { range.contains(min($0, possible)) })
    }
  }

  /// The number below which `share` of the class lies, between two neighbours in proportion; none
  /// for an empty class.
  func quantile(_ share: Double) -> Double? {
    Self.quantile(share, of: points.map(Double.init))
  }

  static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
