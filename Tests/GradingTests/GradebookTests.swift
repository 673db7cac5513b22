import Testing

@testable import Grading

@Suite("The gradebook")
struct GradebookTests {
  @Test(
    "A cell is one cell in one line whatever it holds",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "a␊b"), ("a\r\nb", "a␊b"), ("a\tb", "a␉b"),
      ("a\"\u{301}b,\u{301}", "\"a\"\"\u{301}b,\u{301}\""),
    ])
  func cellsAreQuoted(text: String, expected: String) {
    #expect(Gradebook.cell(text) == expected)
  }

  @Test(
    "No cell is a formula",
    arguments: ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "=\u{301}1", "=\"a\""])
  func formulasAreText(text: String) {
    let cell = Gradebook.cell(text)
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    #expect(Gradebook.cell("'" + text) == cell)
  }

  @Test("No cell holds a control character")
  func controlsAreShown() {
    #expect(Gradebook.cell("a\u{1B}[2J\r") == "a␛[2J␍")
  }

  @Test("Each submission is a line, and each check a column")
  func linesAndColumns() {
    let book = Gradebook(
      SyntheticClass.exercise,
      ClassReports([
        SyntheticClass.report("-ann", [.failed], notes: ["One, two."]),
        SyntheticClass.report("ben"),
      ]))
    #expect(
      book.csv == """
        submission,points,possible,built,graderFault,05.sigmoid.forward,05.sigmoid.gradient,\
        05.relu.forward,05.relu.zero,notes\r
        '-ann,75,100,no,no,0,25,25,25,"One, two."\r
        ben,100,100,no,no,25,25,25,25,\r

        """)
  }

  @Test("A fault of the grader is an empty cell and no sum, never a zero")
  func faultsAreNoZeros() {
    let book = Gradebook(
      SyntheticClass.exercise,
      ClassReports([SyntheticClass.report("ann", [.graderFault, .failed])]))
    #expect(book.csv.hasSuffix("\r\nann,,100,no,yes,,0,25,25,\r\n"))
  }
}
