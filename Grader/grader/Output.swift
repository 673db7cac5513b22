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
  return reports.allSatisfy { $0.points == $0.possible }
    ? Status.allPoints : Status.pointsMissing
}

func printJSON(_ values: [some Encodable]) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(values), as: UTF8.self))
}

/// Says how things go, on standard error. Where nobody hears it any more, a terminal that was closed
/// say, the work goes on.
func say(_ line: String) {
  try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
}
