import Foundation
import Grading

/// The exit status of a command.
enum Status {
  static let allPoints: Int32 = 0
  static let pointsMissing: Int32 = 1
  static let graderFailed: Int32 = 2
}

func status(of reports: [Report]) -> Int32 {
  if reports.contains(where: \.hasGraderFault) { return Status.graderFailed }
  return reports.allSatisfy(\.hasAllPoints) ? Status.allPoints : Status.pointsMissing
}

func printJSON(_ values: [some Encodable]) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(values), as: UTF8.self))
}

/// Prints the whole reports on a class, of which one at a time is in memory.
func printReports(_ reports: ClassReports, in output: BatchOutput) throws {
  print("[")
  for (place, report) in reports.enumerated() {
    let json = try output.present(report.submission).json()
    print(String(decoding: json.dropLast(), as: UTF8.self) + (place + 1 < reports.count ? "," : ""))
  }
  print("]")
}

/// Says how things go, on standard error.
func say(_ line: String) { tell("\(line)\n") }

/// Whether somebody watches what is said.
let isWatched =
  isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

/// Says on a terminal what is going on until `work` is done, and takes the line back: a compiler may be
/// silent for half a minute.
func meanwhile<Result>(_ words: String, _ work: () throws -> Result) rethrows -> Result {
  guard isWatched else { return try work() }
  tell("  \(words)")
  defer { tell("\r\u{1B}[K") }
  return try work()
}

/// Writes to standard error. Where that is closed or full, nobody is there to be told.
func tell(_ text: String) {
  var rest = Data(text.utf8)
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return }
    rest = Data(rest.dropFirst(count))
  }
}

/// Waits until all that was printed is where it goes.
///
/// - Throws: `GraderError.cannotWrite` where it is not: a report that is lost must not look like one
///   that was made.
func finishOutput() throws(GraderError) {
  // What could not be written is still in the buffer, and fails again.
  guard fflush(nil) == 0 else {
    throw .cannotWrite(path: Sentences.standardOutput, errno: errno)
  }
}
