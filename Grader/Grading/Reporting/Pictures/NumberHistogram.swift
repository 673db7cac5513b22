import Foundation
import Tensors

/// How often numbers lie where, as bars.
public struct NumberHistogram: Sendable {
  public var title: String
  public var range: ClosedRange<Double>
  let counts: [Int]

  /// Of all numbers: those that lie outside of the range, or are no numbers.
  let outside: Int
  let total: Int

  /// Whether each bar is a number of its own, a class: then the highest is as high as can be, however
  /// many the other histograms of the figure count.
  let isOfClasses: Bool

  /// The bars of `numbers` over `range`, the last of which has its upper end.
  public init(
    _ title: String, _ numbers: [Double], over range: ClosedRange<Double>, bars: Int = 41
  ) {
    self.init(title, numbers, over: range, bars: bars, isOfClasses: false)
  }

  /// How many of `labels` are of each class.
  public init(_ title: String, labels: [Int], classes: Int) {
    self.init(
      title, labels.map(Double.init), over: -0.5...Double(classes) - 0.5, bars: classes,
      isOfClasses: true)
  }

  private init(
    _ title: String, _ numbers: [Double], over range: ClosedRange<Double>, bars: Int,
    isOfClasses: Bool
  ) {
    (self.title, self.range, self.isOfClasses) = (title, range, isOfClasses)
    var counts = [Int](repeating: 0, count: bars)
    let width = (range.upperBound - range.lowerBound) / Double(bars)
    var outside = 0
    for number in numbers {
      guard range.contains(number) else {
        outside += 1
        continue
      }
      counts[min(Int((number - range.lowerBound) / width), bars - 1)] += 1
    }
    (self.counts, self.outside, total) = (counts, outside, numbers.count)
  }

  /// The same height is the same share in all bars of a figure: `highest` is that of the highest.
  func html(highest: Int) -> HTML {
    let slot = 160 / Double(counts.count)
    let bars: [HTML] = counts.enumerated().filter { $0.element > 0 }.map { i, count in
      // One in a thousand is still to be seen.
      let height = max(
        Double(count) / Double(max(isOfClasses ? self.highest : highest, 1)) * 56, 0.7)
      return """
        <rect x="\(Self.number(Double(i) * slot))" y="\(Self.number(60 - height))" \
        width="\(Self.number(isOfClasses ? slot - 1 : slot))" height="\(Self.number(height))"/>
        """
    }
    let top = isOfClasses ? self.highest : highest
    let least = counts.min() ?? 0
    let each = isOfClasses ? ", \(least == top ? "" : "\(least) to ")\(top) a class" : ""
    let beyond = outside == 0 ? "" : ", \(outside) of \(total) beyond"
    return """
      <figure class="bars">
      <svg viewBox="0 -12 160 88" role="img" aria-label="\(title): \(inWords)\(beyond)">
      <path class="top" d="M0 4H160"/>\(bars)<path d="M0 60H160"/>
      <text x="0" y="0">\(top)</text>
      <text x="0" y="73" text-anchor="start">\(ends.0)</text>
      <text x="160" y="73" text-anchor="end">\(ends.1)</text>
      </svg>
      <figcaption>\(title)\(each)\(beyond)</figcaption>
      </figure>

      """
  }

  private var ends: (String, String) {
    isOfClasses
      ? ("class 0", "\(counts.count - 1)")
      : (Axis.text(range.lowerBound), Axis.text(range.upperBound))
  }

  var highest: Int { counts.max() ?? 0 }

  private var inWords: String {
    guard let place = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[place] > 0 else {
      return "no number in the range"
    }
    guard !isOfClasses else { return counts.map(String.init).joined(separator: ", ") }
    let width = (range.upperBound - range.lowerBound) / Double(counts.count)
    let middle = range.lowerBound + (Double(place) + 0.5) * width
    return "most are near \(Axis.text(middle)), \(counts[place]) of \(total)"
  }

  private static func number(_ x: Double) -> String { String(format: "%.2f", x) }
}
