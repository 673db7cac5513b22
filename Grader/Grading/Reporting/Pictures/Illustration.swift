/// Something to be looked at, with the words that go with it.
public enum Illustration: Sendable {
  case words(String)
  case heading(String)

  /// Small images one after the other, as many in a line as there is room for.
  case images([Shown])
  case chart(Chart)

  /// Histograms of one figure, all to one scale.
  case histograms([NumberHistogram])
  case confusion(Confusion)

  /// A text as a program wrote it.
  case text(String)

  public struct Shown: Sendable {
    public var image: PixelImage

    /// What stands below it.
    public var caption: [String]

    /// What it shows, for those who do not see it.
    public var description: String

    /// How many points of the page a pixel is wide.
    public var scale: Int

    /// Whether it is a table, of which rows and columns have numbers.
    public var hasTicks = false

    public init(
      _ image: PixelImage, _ caption: String..., showing description: String, scale: Int = 2
    ) {
      (self.image, self.caption) = (image, caption.filter { !$0.isEmpty })
      (self.description, self.scale) = (description, scale)
    }
  }

  /// "3 cat", and "3" of the digit 3, "pattern 3" of what has its number in its name.
  static func className(_ number: Int, _ name: String) -> String {
    name.split(separator: " ").last == "\(number)" ? name : "\(number) \(name)"
  }

  var html: HTML {
    switch self {
    case .words(let text): return "<p>\(text)</p>\n"
    case .heading(let text): return "<h3>\(text)</h3>\n"
    case .chart(let chart): return chart.html
    case .confusion(let confusion): return confusion.html
    case .text(let text): return "<pre>\n\(text)</pre>\n"
    case .images(let shown):
      return "<div class=\"images\">\n\(shown.map(\.html))</div>\n"
    case .histograms(let histograms):
      let highest = histograms.map(\.highest).max() ?? 0
      return "<div class=\"small\">\n\(histograms.map { $0.html(highest: highest) })</div>\n"
    }
  }
}

extension Illustration.Shown {
  /// The image with the numbers of every eighth row on its left, and those of columns above it; the last
  /// ones, too.
  private func table(_ width: Int, _ height: Int) -> HTML {
    func places(_ count: Int) -> [Int] { (0..<count).filter { $0 % 8 == 0 || $0 == count - 1 } }
    let rows: [HTML] = places(image.height).map { row in
      "<text x=\"-12\" y=\"\(row * scale + scale / 2 + 4)\">\(row)</text>"
    }
    let columns: [HTML] = places(image.width).map { column in
      "<text x=\"\(column * scale + scale / 2)\" y=\"-5\">\(column)</text>"
    }
    return """
      <svg viewBox="-22 -16 \(width + 30) \(height + 18)" width="\(width + 30)" \
      height="\(height + 18)" role="img" aria-label="\(description)">\
      <image href="\(image.address)" width="\(width)" height="\(height)"/>\(rows)\(columns)</svg>
      """
  }

  fileprivate var html: HTML {
    let (width, height) = (image.width * scale, image.height * scale)
    let lines: [HTML] = caption.enumerated().map { i, line in
      i == 0 ? "\(line)" : "<br>\(line)"
    }
    let caption: HTML = lines.isEmpty ? "" : "<figcaption>\(lines)</figcaption>"
    if hasTicks { return "<figure>\(table(width, height))\(caption)</figure>\n" }
    return """
      <figure\(self.caption.count > 1 ? " class=\"told\"" as HTML : "")><img src="\(image.address)" width="\(width)" height="\(height)" \
      alt="\(description)">\(caption)</figure>

      """
  }
}
