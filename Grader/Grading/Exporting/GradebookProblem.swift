/// Why points cannot be merged into a file of a course site.
public enum GradebookProblem: Sendable {
  case notCanvas
  case notMoodle(titles: [String])
  case whichColumn(asked: String?, [String])
  case noNumber(line: Int, String)
  case severalRows(submission: String, lines: [Int])
  case severalSubmissions(line: Int, [String])
  case otherMaximum(String, expected: String)
  case tooLarge
  case writtenOver
}
