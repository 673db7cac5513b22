import Foundation
import Grading
import Testing

@Suite("grader bench")
struct BenchCommandTests {
  @Test("Every row has a limit, in words and in seconds, and the ratio of the two times")
  func rows() throws {
    let run = try GraderCommand(["bench", "--only", "growth", "--rounds", "1", "--json"])
    #expect(run.status == 0)
    let rows = try JSONDecoder().decode([BenchRow].self, from: Data(run.output.utf8))
    #expect(rows.count >= 7)
    #expect(Set(rows.map(\.name)).count == rows.count)
    for row in rows {
      #expect(row.group == "growth")
      #expect(row.seconds > 0 && row.limitSeconds > 0 && !row.limit.isEmpty)
      #expect(abs(row.ratio - row.limitSeconds / row.seconds) < 1e-9)
    }
  }

  @Test("A group that is none is wrong use, and the groups are named")
  func unknownGroup() throws {
    let run = try GraderCommand(["bench", "--only", "everything"])
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: There is no group 'everything' of benches: there are kernels, "
        + "training, feedback, growth, submissions.\n")
  }
}
