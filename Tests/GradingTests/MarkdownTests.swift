import Testing

@testable import Grading

@Suite("The report as a table of Markdown")
struct MarkdownTests {
  private let checks = ["05.a", "05.b", "05.c"].map {
    Check($0, claim: "x_1 < |x| of *all*", points: 5, hints: []) { _ in }
  }
  private var exercise: Exercise {
    Exercise(
      number: "05", title: "Nets", folder: "05-Nets", files: [],
      plan: ExercisePlan(checks: [:], together: checks))
  }

  private func lines(_ results: [CheckResult]) -> [Substring] {
    Screen.markdown(Report("s", of: exercise, seed: 1, checks: results), of: exercise)
      .split(separator: "\n")
  }

  @Test("A row a check, of which nothing can be more than a row")
  func rows() {
    let lines = lines([
      CheckResult(checks[0], .passed),
      CheckResult(checks[1], .failed, message: "seen | <b>`y`</b>\n| second | row |"),
      CheckResult(checks[2], .unfinished, message: "Part 5.1 is still to be written."),
    ])
    #expect(lines[0] == "## Exercise 05: Nets")
    #expect(lines.count == 7)
    let rows = lines.suffix(3)
    // Five cells, whatever is said in them.
    for row in rows {
      let bars = row.replacing("\\\\", with: "").replacing("\\|", with: "").filter { $0 == "|" }
      #expect(bars.count == 6, "\(row)")
    }
    #expect(rows.first!.contains("5/5 | x\\_1 \\< \\|x\\| of \\*all\\* |"))
    #expect(lines[5].contains("seen \\| \\<b\\>\\`y\\`\\</b\\> \\| second \\| row \\|"))
    // What is still to be written says so by its sign.
    #expect(!lines[6].contains("still"))
  }
}
