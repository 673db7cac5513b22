import Foundation

/// Numbers along a side of a chart, with marks at round ones.
struct Axis {
  let label: String
  let range: ClosedRange<Double>

  /// From the lowest mark to the highest.
  let marks: [Double]
  private let isLogarithmic: Bool

  /// An axis that has all that is finite of `numbers` on it.
  ///
  /// - Parameter isWhole: Whether only whole numbers mean something.
  init(_ label: String, _ numbers: [Double], marks count: Int = 5, isWhole: Bool = false) {
    self.label = label
    isLogarithmic = false
    let (lowest, highest) = Self.extent(numbers)
    let rough = (highest - lowest) / Double(count)
    let power = pow(10, floor(log10(rough)))
    let round = ([1, 2, 5].first { $0 * power >= rough * 0.99 } ?? 10) * power
    let step = isWhole ? max(round, 1) : round
    let (first, last) = ((lowest / step).rounded(.down), (highest / step).rounded(.up))
    // Sums of steps would round at each of them.
    var marks = (0...max(Int(last - first), 1)).map { (first + Double($0)) * step }
    // What is counted from 1, as epochs are, has no 0.
    if isWhole, lowest == 1 { marks[0] = 1 }
    self.marks = marks
    range = marks[0]...marks[marks.count - 1]
  }

  /// One on which a step is a factor, for numbers above 0.
  init(logarithmic label: String, _ numbers: [Double]) {
    self.label = label
    isLogarithmic = true
    let logarithms = numbers.filter { $0 > 0 && $0.isFinite }.map(log10)
    let first = Int((logarithms.min() ?? 0).rounded(.down))
    let last = max(Int((logarithms.max() ?? 1).rounded(.up)), first + 1)
    let step = (last - first) / 8 + 1
    let count = (last - first + step - 1) / step
    marks = (0...count).map { pow(10, Double(last - (count - $0) * step)) }
    range = marks[0]...marks[marks.count - 1]
  }

  /// The least and the largest that is finite, apart from each other.
  private static func extent(_ numbers: [Double]) -> (Double, Double) {
    let finite = numbers.filter { $0.isFinite && abs($0) < 1e100 }
    guard let lowest = finite.min(), let highest = finite.max() else { return (0, 1) }
    let least = max(abs(lowest), abs(highest), 1e-9) * 1e-6
    return highest - lowest > least ? (lowest, highest) : (lowest - least, highest + least)
  }

  /// Where `number` is, from 0 to 1; nil where it is not on the axis.
  func place(of number: Double) -> Double? {
    guard number.isFinite, range.contains(number) else { return nil }
    guard isLogarithmic else {
      return (number - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    let (low, high) = (log10(range.lowerBound), log10(range.upperBound))
    return (log10(number) - low) / (high - low)
  }

  /// Whether some are so small or so large that they are written as powers of ten.
  private var isOfPowers: Bool { marks[0] < 0.9e-4 || marks[marks.count - 1] > 0.9e4 }

  /// What stands at a mark. Where some are so small or so large that they are powers of ten, all are.
  func text(_ mark: Double) -> String {
    guard isLogarithmic, isOfPowers, mark > 0, mark != 1 else {
      return Self.text(mark)
    }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let exponent = Int(log10(mark).rounded())
    return "10" + (exponent < 0 ? "⁻" : "")
      + String("\(abs(exponent))".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  static func text(_ number: Double) -> String {
    abs(number) < 1e-12 ? "0" : String(format: "%.4g", number)
  }
}
