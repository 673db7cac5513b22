import Grading
import Testing

@Suite("Benches")
struct BenchTests {
  @Test("Every row has a limit, in words and in seconds, and the ratio of the two times")
  func rows() {
    let rows = KernelBench(rounds: 1).growth(batches: [1, 8])
    #expect(rows.count >= 2)
    #expect(Set(rows.map(\.name)).count == rows.count)
    for row in rows {
      #expect(row.group == "growth")
      #expect(row.seconds > 0 && row.limitSeconds > 0 && !row.limit.isEmpty)
      #expect(abs(row.ratio - row.limitSeconds / row.seconds) < 1e-9)
    }
  }
}
