import Foundation

/// Pairs of submissions, the passages that they share side by side.
struct SimilarPage {
  private static let mostPairs = 200
  private static let mostPassages = 20

  let exercise: Exercise
  let found: SimilarSubmissions

  var html: HTML {
    let pairs = found.pairs.prefix(Self.mostPairs)
    let none: HTML = pairs.isEmpty ? "<p>None.</p>\n" : ""
    let short: HTML =
      found.tooShort.isEmpty
      ? ""
      : "<h2>Too short to compare</h2>\n<p>\(found.tooShort.map(\.onOneLine).joined(separator: ", "))</p>\n"
    return .document(
      title: "Similar submissions, exercise \(exercise.number)",
      """
      <header>
      <h1>Similar submissions, exercise \(exercise.number)</h1>
      <p>Left out is what was given to all and what more than half of the class have. Names, numbers, \
      texts, comments and the order of the parts make no difference. Two may be alike without having \
      seen each other: read the passages.</p>
      </header>
      <main>
      \(none)\(pairs.map(section))\(short)</main>
      """)
  }

  private func section(_ pair: SimilarSubmissions.Pair) -> HTML {
    let passages = pair.passages.prefix(Self.mostPassages).map { passage -> HTML in
      """
      <tr>\(cell(passage.first))\(cell(passage.second))</tr>

      """
    }
    return """
      <section>
      <h2><bdi>\(pair.first.onOneLine)</bdi> and <bdi>\(pair.second.onOneLine)</bdi></h2>
      <p>\(Self.percent(pair.shares.first)) of the first one's own work and \
      \(Self.percent(pair.shares.second)) of the second one's, \(pair.shared) tokens in \
      \(pair.passages.count) passages.</p>
      <details><summary>Side by side</summary>
      <table>
      \(Array(passages))</table></details>
      </section>

      """
  }

  private func cell(_ place: SimilarSubmissions.Passage.Place) -> HTML {
    """
    <td style="vertical-align: top; width: 50%"><code>\(place.file), lines \
    \(place.lines.lowerBound) to \(place.lines.upperBound)</code><pre>
    \(place.text)</pre></td>
    """
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension SimilarSubmissions {
  /// A line a pair.
  var csv: String {
    let rows = pairs.map { pair in
      [
        pair.first.onOneLine, pair.second.onOneLine, SimilarPage.percent(pair.shares.first),
        SimilarPage.percent(pair.shares.second), String(pair.shared),
      ]
    }
    let head = ["first", "second", "of the first", "of the second", "tokens"]
    return ([head] + rows).map { $0.map(Gradebook.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Writes `similar.html` and `similar.csv`.
  public func write(_ exercise: Exercise, to folder: String) throws(GraderError) {
    try Folder.make(folder)
    let page = SimilarPage(exercise: exercise, found: self).html
    try AtomicFile.write(Data(page.source.utf8), to: "\(folder)/similar.html")
    try AtomicFile.write(Data(csv.utf8), to: "\(folder)/similar.csv")
  }
}
