import Datasets
import Foundation

/// A piece of a page. What is written as a literal is markup; a string that is put into it becomes
/// text, whatever it holds. So nothing from a submission can be forgotten to be escaped.
struct HTML: ExpressibleByStringInterpolation {
  let source: String

  init(stringLiteral markup: String) {
    source = markup
  }

  init(stringInterpolation: StringInterpolation) {
    source = stringInterpolation.source
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
    source = result
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(2 * literalCapacity)
    }

    mutating func appendLiteral(_ markup: String) { source += markup }
    mutating func appendInterpolation(_ text: String) { source += HTML(text: text).source }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ piece: HTML) { source += piece.source }

    /// The pieces one behind the other, or with nothing in their place where there are none.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { source += piece.source }
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
