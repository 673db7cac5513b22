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

    public init(
      _ image: PixelImage, _ caption: String..., showing description: String, scale: Int = 2
    ) {
      (self.image, self.caption) = (image, caption.filter { !$0.isEmpty })
      (self.description, self.scale) = (description, scale)
    }
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
  fileprivate var html: HTML {
    let (width, height) = (image.width * scale, image.height * scale)
    let lines: [HTML] = caption.enumerated().map { i, line in
      i == 0 ? "\(line)" : "<br>\(line)"
    }
    let caption: HTML = lines.isEmpty ? "" : "<figcaption>\(lines)</figcaption>"
    return """
      <figure\(self.caption.count > 1 ? " class=\"told\"" as HTML : "")><img src="\(image.address)" width="\(width)" height="\(height)" \
      alt="\(description)">\(caption)</figure>

      """
  }
}
