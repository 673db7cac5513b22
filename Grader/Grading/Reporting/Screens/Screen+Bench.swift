import Foundation

extension Screen {
  /// The rows of a bench, as a table.
  public static func bench(_ rows: [BenchRow]) -> String {
    let lines =
      [["", "ms", "limit", "ratio", "the limit"]]
      + rows.map { row in
        [
          "\(row.group)  \(row.name)", milliseconds(row.seconds), milliseconds(row.limitSeconds),
          String(format: "%.2f", row.ratio), row.limit,
        ]
      }
    let widths = (0..<4).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      let name = cells[0].padding(toLength: widths[0], withPad: " ", startingAt: 0)
      let numbers = (1..<4).map { cells[$0].leftPadded(to: widths[$0]) }
      return ([name] + numbers + [cells[4]]).joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func milliseconds(_ seconds: Double) -> String {
    String(format: "%.3f", seconds * 1000)
  }
}
