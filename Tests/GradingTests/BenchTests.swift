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

  @Test("The columns of the table stay apart, whatever the numbers")
  func columns() {
    var rows = KernelBench(rounds: 1).growth(batches: [1, 8])
    (rows[0].seconds, rows[0].limitSeconds, rows[0].ratio) = (1484.2405, 0.000_02, 0.1)
    let lines = Screen.bench(rows).split(separator: "\n")
    #expect(lines.count == rows.count + 1)
    #expect(lines[1].contains("  1484240.500  "))
    for (line, row) in zip(lines.dropFirst(), rows) {
      #expect(line.hasPrefix("growth  \(row.name)  "))
      #expect(line.hasSuffix("  \(row.limit)"))
      let numbers = line.dropFirst("growth  \(row.name)".count).dropLast(row.limit.count)
      #expect(numbers.split(separator: " ").count == 3)
    }
  }
}
