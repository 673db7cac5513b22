import Foundation
import Testing

@testable import Grading

@Suite("What comes from a submission stays text")
struct EscapingTests {
  @Test(
    "A string put into a page becomes text",
    arguments: [
      ("<script>", "&lt;script&gt;"),
      ("a & b", "a &amp; b"),
      ("\"'", "&quot;&#39;"),
      ("plain, ünïcödé, 明", "plain, ünïcödé, 明"),
    ])
  func stringsAreEscaped(text: String, expected: String) {
    let piece: HTML = "<p title=\"\(text)\">\(text)</p>"
    #expect(piece.source == "<p title=\"\(expected)\">\(expected)</p>")
  }

  @Test("A combining mark hides no quotation mark and no bracket")
  func combiningMarksHideNothing() {
    #expect(HTML(text: "\"\u{301}<\u{301}").source == "&quot;\u{301}&lt;\u{301}")
  }

  @Test("A piece put into a piece is escaped no second time")
  func piecesStayMarkup() {
    let inner: HTML = "<b>\("<")</b>"
    let outer: HTML = "<p>\(inner)\([inner, inner])\(5)</p>"
    #expect(outer.source == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b>5</p>")
  }

  @Test(
    "Control characters are shown; line feeds and tabs stay, a Windows line end is one line feed")
  func controlsAreShown() {
    #expect("a\u{1B}[2J\u{0}\u{7F}\u{9B}".withVisibleControls == "a␛[2J␀␡\u{FFFD}")
    #expect("a\r\nb\tc\rd".withVisibleControls == "a\nb\tc␍d")
    #expect("\u{202E}gpj\u{2028}\u{FFFE}".withVisibleControls == "\u{FFFD}gpj\u{FFFD}\u{FFFD}")
    #expect("👩‍🔬 é e\u{301}".withVisibleControls == "👩‍🔬 é e\u{301}")
  }

  @Test("Nothing that a report holds reaches a page unescaped, and no control character does")
  func reportsAreEscaped() {
    let evil = "\"\u{301}'><script>alert(1)</script>\u{1B}&\u{202E}"
    var report = SyntheticClass.report(
      evil, [.failed, .crashed, .graderFault],
      message: "\(evil)\n\(Sentences.namesMistake)\(evil).",
      output: evil, dataset: evil, digest: evil, notes: [evil, evil + "2"])
    report.graderVersion = evil
    report.sandbox = evil
    report.build.diagnostics = [Diagnostic(file: evil, line: 1, column: 2, message: evil)]
    report.checks[0].claim = evil
    report.checks[0].hint = evil
    for page in [SyntheticClass.index([report, report]), SyntheticClass.page(report)] {
      #expect(page.contains("&lt;script&gt;"))
      #expect(page.count(of: "<script") == page.count(of: ClassPage.script.source))
      #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      #expect(!page.unicodeScalars.contains("\u{202E}"))
      // Every attribute is closed where we close it: between tags there is no bracket left.
      let text = page.replacing(/<[a-z!\/][^<>]*>/.ignoresCase(), with: "")
      let body = text.components(separatedBy: "</style>").last ?? ""
      #expect(!body.contains("<"))
    }
  }

  @Test("A page asks for nothing else, and runs nothing but the script that its head allows")
  func pagesStandAlone() {
    let reports = SyntheticClass.reports(20)
    for page in [SyntheticClass.index(reports), SyntheticClass.page(reports[0])] {
      #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
      #expect(page.count(of: "<script") == page.count(of: ClassPage.script.source))
      #expect(page.count(of: "<script") == page.count(of: "script-src"))
      for word in ["<link", "<img", "url(", "@import", "http://", "https://", " on"] {
        // " on" begins the names of all event handlers.
        #expect(
          word != " on" ? !page.contains(word) : !page.contains(/<[^>]* on[a-z]+=/), "\(word)")
      }
    }
  }
}
