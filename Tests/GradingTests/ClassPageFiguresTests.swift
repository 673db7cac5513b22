import Testing

@testable import Grading

/// What the class page counts, and what one can read off it without colours, on a phone.
@Suite("The figures of the class page")
struct ClassPageFiguresTests {
  private func row(_ name: String, of page: String) -> String {
    let rest = page.components(separatedBy: "<code>05.\(name)</code>").last ?? ""
    return rest.components(separatedBy: "</tr>")[0]
  }

  @Test("Whose archive could not be read counts in no row of the checks, and in no number")
  func unreadCountsNowhere() {
    let reports = [
      SyntheticClass.report("ann"), SyntheticClass.report("ben", [.failed, .blocked]),
      SyntheticClass.unread("cem"),
    ]
    let page = SyntheticClass.index(reports)
    #expect(page.contains("<dt>Submissions counted</dt><dd>2 of 3</dd>"))
    #expect(row("relu.zero", of: page).contains("<strong>100 %</strong>"))
    #expect(row("sigmoid.forward", of: page).contains("<strong>50 %</strong>"))
    #expect(row("sigmoid.gradient", of: page).contains("1\u{A0}passed, 1\u{A0}blocked<"))
    #expect(!page.contains("\u{A0}not read"))
    #expect(SyntheticClass.index([reports[0]]).contains("<dt>Submissions</dt><dd>1</dd>"))
  }

  @Test("What counts under the checks is said: blocked ones have not passed")
  func blockedIsSaid() {
    let page = SyntheticClass.index([SyntheticClass.report("ann")])
    #expect(page.contains("A blocked check counts as not passed"))
    let faulty = SyntheticClass.index([SyntheticClass.report("ann", [.graderFault])])
    #expect(faulty.contains("the summary leaves them out"))
    #expect(!faulty.contains("not in the numbers below"))
  }

  @Test("Nobody knows whether it can be built where an archive was not read")
  func unreadIsNotBuilt() {
    var report = SyntheticClass.unread("ann")
    report.build.succeeded = true
    let book = Gradebook(SyntheticClass.exercise, ClassReports([report]))
    #expect(book.csv.contains("\r\nann,,100,,no,"))
  }

  @Test("On a phone each group of marks has its name; bars are told apart by their pattern, too")
  func marksHaveNames() {
    let page = SyntheticClass.index([SyntheticClass.report("ann")])
    #expect(page.contains(".strip b:nth-child(1)::before { content: \"sigmoid\" }"))
    #expect(page.contains(".strip b:nth-child(2)::before { content: \"relu\" }"))
    #expect(page.count(of: "repeating-linear-gradient") == 2)
  }

  @Test("Every bar of the histogram has its label, and both axes their titles")
  func histogramHasAxes() {
    let page = SyntheticClass.index([SyntheticClass.report("ann")])
    for number in stride(from: 0, through: 100, by: 5) {
      #expect(page.contains(">\(number)</text>"), "\(number)")
    }
    #expect(page.contains(">points</text>") && page.contains(">submissions</text>"))
    let few = PointDistribution([1, 2], of: 10).histogram.source
    #expect((0...10).allSatisfy { few.contains(">\($0)</text>") })
  }

  @Test("What stands in backticks is code")
  func backticks() {
    let claim = HTML(marked: "a window of `width < 3` and `b`, and ` alone")
    #expect(
      claim.source
        == "a window of <code>width &lt; 3</code> and <code>b</code>, and ` alone")
    #expect(HTML(marked: "none").source == "none" && HTML(marked: "`").source == "`")
  }
}
