extension PointDistribution {
  private static let height = 150
  private static let top = 24

  /// What it shows.
  var title: String {
    "How many submissions have how many points"
      + (isOfGrades ? ", by the rules of the course" : "")
  }

  /// A histogram. Each bar bears its count, and the description says them all, so that neither
  /// colour nor sight is needed.
  var histogram: HTML {
    let bars = bars
    let slot = 840 / bars.count
    let width = slot * bars.count
    let highest = max(bars.map(\.count).max() ?? 0, 1)
    let inWords = bars.filter { $0.count > 0 }
      .map { "\($0.label) points: \($0.count)" }.joined(separator: "; ")
    let drawn = bars.enumerated().map { index, bar in
      drawing(of: bar, at: index, slot: slot, highest: highest)
    }
    let base = Self.top + Self.height
    return """
      <svg class="histogram" viewBox="0 0 \(width) \(base + 30)" role="img" \
      aria-labelledby="points-title points-description">
      <title id="points-title">\(title)</title>
      <desc id="points-description">\(inWords)</desc>
      \(drawn)\
      <path d="M0 \(base)H\(width)"/>
      </svg>
      """
  }

  private func drawing(of bar: Bar, at index: Int, slot: Int, highest: Int) -> HTML {
    let base = Self.top + Self.height
    let middle = index * slot + slot / 2
    // One in a thousand is still to be seen.
    let height = bar.count == 0 ? 0 : max(bar.count * Self.height / highest, 2)
    let count: HTML =
      bar.count == 0 ? "" : "<text x=\"\(middle)\" y=\"\(base - height - 6)\">\(bar.count)</text>"
    // Labels of all bars would run into each other.
    let label: HTML =
      index.isMultiple(of: 2) ? "<text x=\"\(middle)\" y=\"\(base + 20)\">\(bar.label)</text>" : ""
    return """
      <g><title>\(bar.label) points: \(bar.count)</title>\
      <rect x="\(index * slot + 2)" y="\(base - height)" width="\(slot - 4)" height="\(height)"/>\
      \(count)\(label)</g>

      """
  }
}
