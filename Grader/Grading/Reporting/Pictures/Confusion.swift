import Foundation

/// How often images of a class were taken for another.
public struct Confusion: Sendable {
  public let classNames: [String]

  /// By the right class, then by the predicted one.
  public private(set) var counts: [[Int]]

  /// The predictions that are none of the classes.
  public private(set) var strange = 0

  /// Counts `predictions`, of which each may be anything.
  public init(labels: [Int], predictions: [Int], classNames: [String]) {
    self.classNames = classNames
    counts = classNames.map { _ in classNames.map { _ in 0 } }
    for (label, prediction) in zip(labels, predictions) {
      if classNames.indices.contains(prediction) {
        counts[label][prediction] += 1
      } else {
        strange += 1
      }
    }
  }

  /// The fraction of all images whose class is right.
  public var accuracy: Double {
    let all = counts.joined().reduce(0, +) + strange
    return Double(counts.indices.map { counts[$0][$0] }.reduce(0, +)) / Double(max(all, 1))
  }

  var html: HTML {
    let head: [HTML] = classNames.indices.map { "<th scope=\"col\">\($0)</th>" }
    let rows: [HTML] = classNames.enumerated().map { label, name in
      let highest = max(counts[label].max() ?? 0, 1)
      let cells: [HTML] = counts[label].enumerated().map { prediction, count in
        let share = Int((Double(count) / Double(highest) * 100).rounded())
        let text = count == 0 ? "" : "\(count)"
        let kind: HTML = prediction == label ? " class=\"right\"" : ""
        return "<td\(kind) style=\"--share:\(share)%\">\(text)</td>"
      }
      return "<tr><th scope=\"row\">\(Illustration.className(label, name))</th>\(cells)</tr>\n"
    }
    return """
      <table class="confusion">
      <caption>Rows: what the image is. Columns: what your network says, by the same numbers. \
      Framed: right.</caption>
      <thead><tr><th></th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }
}
