import Testing

@testable import Grading

/// A student's page says each thing once.
@Suite("A student's page")
struct StudentPageTests {
  @Test("The tally at the top says what each mark means")
  func legend() {
    let page = SyntheticClass.page(SyntheticClass.report("ann", [.failed, .blocked]))
    let head = page.components(separatedBy: "</header>")[0]
    #expect(head.contains("<i class=\"passed\">✓</i> 2 passed"))
    #expect(head.contains("<i class=\"failed\">✗</i> 1 failed"))
    #expect(head.contains("<i class=\"blocked\">-</i> 1 blocked"))
  }

  @Test("That an archive was not read is said at the top, and at no check again")
  func unreadOnce() {
    var report = SyntheticClass.unread("ann")
    report.notes = ["ann.zip was not read: it is damaged. Pack it anew as a plain .zip."]
    let page = SyntheticClass.page(report)
    #expect(page.count(of: "ann.zip was not read") == 1)
    #expect(!page.contains("<article>"))
    #expect(page.count(of: "the claim of ") == 4)
    #expect(page.count(of: "not read, 0 of 25") == 4)
  }

  @Test("A blocked check has a line, with what it builds on")
  func blocked() {
    var report = SyntheticClass.report("ann", [.failed, .blocked])
    report.checks[1].message = Sentences.blocked(by: ["05.relu.forward", "05.sigmoid.forward"])
    let page = SyntheticClass.page(report)
    #expect(
      page.contains(
        "blocked, 0 of 25. It builds on 05.relu.forward and 05.sigmoid.forward, which must pass "
          + "first.</span>"))
    #expect(page.count(of: "<article>") == 1)
  }

  @Test("What the compiler says is said once, with the line's own text")
  func compilerOnce() {
    let reason = "A.swift, line 34, does not compile: expected ')'."
    var report = SyntheticClass.report(
      "ann", [.doesNotCompile, .doesNotCompile], message: reason)
    report.build.reasons = [reason]
    report.build.diagnostics = [
      Diagnostic(file: "A.swift", line: 34, column: 1, message: "expected ')'", code: "sum(x < 1")
    ]
    report.notes = [Sentences.replaced(reason)]
    let page = SyntheticClass.page(report)
    #expect(page.count(of: "does not compile: expected") == 1)
    #expect(page.contains("<code>sum(x &lt; 1</code>"))
    #expect(page.count(of: "not compiled, 0 of 25") == 2)
  }
}
