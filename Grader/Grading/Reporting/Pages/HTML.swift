import Datasets
import Foundation

/// A piece of a page. What is written as a literal is markup; a string that is put into it becomes
/// text, whatever it holds. So nothing from a submission can be forgotten to be escaped.
struct HTML: ExpressibleByStringInterpolation {
  /// The source, in the parts that it was made of: a long one is no copy of what it is put together from.
  let parts: [String]

  var source: String { parts.count == 1 ? parts[0] : parts.joined() }

  init(stringLiteral markup: String) {
    parts = [markup]
  }

  init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  /// The piece that `text` reads as, in an element and in an attribute's quotation marks.
  init(text: String) {
    var result = ""
    for scalar in text.withVisibleControls.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    parts = [result]
  }

  /// The piece that `text` reads as, where what stands between two backticks is code.
  init(marked text: String) {
    let pieces = text.components(separatedBy: "`")
    // One backtick without its other is itself.
    let pairs = (pieces.count - 1) / 2 * 2
    self = pieces.enumerated().reduce("") { html, piece in
      let (place, text) = piece
      if place > pairs { return "\(html)`\(text)" }
      return place.isMultiple(of: 2) ? "\(html)\(text)" : "\(html)<code>\(text)</code>"
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts = [""]

    /// Parts that are longer stand for themselves.
    private static let longest = 1 << 14

    init(literalCapacity: Int, interpolationCount: Int) {
      parts[0].reserveCapacity(min(2 * literalCapacity, Self.longest))
    }

    private mutating func append(_ part: String) {
      let last = parts.endIndex - 1
      if parts[last].utf8.count + part.utf8.count > Self.longest {
        parts.append(part)
      } else {
        parts[last] += part
      }
    }

    mutating func appendLiteral(_ markup: String) { append(markup) }
    mutating func appendInterpolation(_ text: String) { appendInterpolation(HTML(text: text)) }
    mutating func appendInterpolation(_ number: Int) { append(String(number)) }
    mutating func appendInterpolation(_ piece: HTML) { piece.parts.forEach { append($0) } }

    /// The pieces one behind the other, or with nothing in their place where there are none.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { appendInterpolation(piece) }
    }
  }
}

extension HTML {
  /// A page of its own: it needs no other file. No script runs in it but `script`, if there is one, which
  /// its digest in the head tells from all others.
  ///
  /// - Parameter style: What it has besides the style of all pages.
  /// - Parameter showsImages: Whether it has images in it, and the style that goes with them.
  static func document(
    title: String, style: HTML = "", showsImages: Bool = false, script: HTML? = nil, _ body: HTML
  ) -> HTML {
    let images: HTML = showsImages ? "; img-src data:" : ""
    let pictures: HTML = showsImages ? "\n\(pictureStyle)" : ""
    let rule: HTML = script.map { "; script-src 'sha256-\($0.digest)'" } ?? ""
    let program: HTML = script.map { "<script>\($0)</script>\n" } ?? ""
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'\(images)\(rule)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(styleSheet)\(pictures)\(style)</style>
      </head>
      <body>
      \(body)
      \(program)</body>
      </html>

      """
  }

  /// The SHA-256 of the piece, in base 64.
  private var digest: String { Data(Digest(source).bytes).base64EncodedString() }
}
