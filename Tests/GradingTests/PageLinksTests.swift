import Foundation
import Testing

@testable import Grading

@Suite("Names of pages")
struct PageLinksTests {
  private static let names = [
    "ann", "Müller, Jörg_4711", "明", "محمد", "e\u{301}", "\u{E9}", "<script>alert(1)</script>",
    "a\"b'c",
    "a#b?c", "%2e%2e", "%2e%2e%2fx", "..", ".", "../../x", "/etc/x", "a/b", "a\\b", "-rf", "--help",
    "javascript:alert(1)", "index", "", " ", "a\u{0}b", "a\nb", "a\u{1B}b", "\u{202E}gpj", "a~b",
    "a_b", "a:b", "a*b", String(repeating: "x", count: 200), String(repeating: "x", count: 255),
    String(repeating: "x", count: 254) + "y", String(repeating: "é", count: 127), "👩‍🔬",
  ]

  @Test("Whatever a submission is called, its page lies in its folder, and every link leads to it")
  func linksLead() throws {
    let folder = try ScratchFolder()
    let reports = Self.names.map { SyntheticClass.report($0) }
    try Pages.write(reports, to: folder.path)

    let everything = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(everything.count == Self.names.count + 2)
    #expect(everything.allSatisfy { $0 == "index.html" || $0.hasPrefix("pages") })
    #expect(try linked(from: "index.html", in: folder).count == Self.names.count + 2)
    for file in everything where file.hasPrefix("pages/") {
      #expect(try linked(from: file, in: folder).isEmpty)
    }
    for report in reports {
      let page = try String(
        contentsOfFile: "\(folder.path)/pages/\(report.fileName).html", encoding: .utf8)
      #expect(page.contains("<h1><bdi>\(HTML(text: report.shownName).source)</bdi></h1>"))
    }
  }

  /// Returns where the links of a page lead, each of which has to be there.
  private func linked(from file: String, in folder: ScratchFolder) throws -> [String] {
    let page = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
    let links = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
    let base = try #require(
      URL(string: "file://\(folder.path)/\(file.hasPrefix("pages/") ? "pages/" : "")"))
    for link in links where !link.hasPrefix("#") {
      let target = try #require(URL(string: link, relativeTo: base)).standardizedFileURL
      #expect(target.path.hasPrefix(folder.path))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
    }
    return links
  }

  @Test("An ordinary name is the page's own, and no two names share one")
  func namesAreKept() {
    #expect(SyntheticClass.report("Müller, Jörg_4711").fileName == "Müller, Jörg_4711")
    let names = Self.names.map { Array(SyntheticClass.report($0).fileName.utf8) }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.count <= 220 && !$0.contains(UInt8(ascii: "/")) })
  }
}
