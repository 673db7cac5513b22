import Foundation
import Tensors
import Testing

/// How many cases are drawn: `GRADUS_CASES`, or few enough for a few seconds. `GRADUS_SERIES` draws
/// others.
private let caseCount = number("GRADUS_CASES") ?? 500
private let series = number("GRADUS_SERIES") ?? 1

private func number(_ name: String) -> UInt64? {
  ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
}

@Suite struct `Tensors beside a slow and obvious definition` {
  /// In eight parts, each a test, so that several cores have something to do.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `whatever is drawn agrees`(_ part: UInt64) {
    var failures = 0
    for number in stride(from: part, to: caseCount, by: 8) {
      let drawn = DrawnCase(number: number, series: series)
      // What ends the process cannot say which it was.
      if ProcessInfo.processInfo.environment["GRADUS_TRACE"] == "1" {
        print("case \(number): \(drawn)")
      }
      guard drawn.failure() != nil else { continue }
      let shrunk = drawn.shrunk()
      Issue.record(
        "case \(number) of series \(series): \(shrunk): \(shrunk.failure() ?? "")")
      failures += 1
      if failures == 3 { return }
    }
  }
}
