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
      <svg class="histogram" viewBox="-20 -16 \(width + 40) \(base + 74)" role="img" \
      aria-labelledby="points-title points-description">
      <title id="points-title">\(title)</title>
      <desc id="points-description">\(inWords)</desc>
      \(drawn)\
      <path d="M0 \(base)H\(width)"/>
      <text class="axis first" x="-20" y="0">submissions</text>
      <text class="axis" x="\(width / 2)" y="\(base + 50)">points</text>
      </svg>
      """
  }

  private func drawing(of bar: Bar, at index: Int, slot: Int, highest: Int) -> HTML {
    let base = Self.top + Self.height
    let middle = index * slot + slot / 2
    // One in a thousand is still to be seen.
    let height = bar.count == 0 ? 0 : max(bar.count * Self.height / highest, 2)
    // Three digits and more would run into those of the next bar, where letters are large.
    let kind: HTML = bar.count < 100 ? "" : " class=\"long\""
    let count: HTML =
      bar.count == 0
      ? "" : "<text x=\"\(middle)\" y=\"\(base - height - 6)\"\(kind)>\(bar.count)</text>"
    // The number where a bar begins: both its ends would run into those of the next.
    let start = self.bars[0].range.count == 1 ? middle : index * slot
    let label: HTML =
      "<text x=\"\(start)\" y=\"\(base + 24)\">\(bar.range.lowerBound)</text>"
    return """
      <g><title>\(bar.label) points: \(bar.count)</title>\
      <rect x="\(index * slot + 2)" y="\(base - height)" width="\(slot - 4)" height="\(height)"/>\
      \(count)\(label)</g>

      """
  }
}
