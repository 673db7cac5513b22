import Foundation

/// What process 1 of a sandbox tells of the program in it (`Grader/Warden`). It comes through a pipe
/// that the program has no end of.
struct SandboxNotice {
  /// Whether the sandbox was there: what went wrong before was not the program's doing.
  private(set) var hasBegun = false

  /// How the program ended; nil where that was not told.
  private(set) var ending: ChildProcess.Ending?

  /// The report on a crash, where one was written. The program could write there, too.
  private(set) var report: Data?

  init(_ bytes: Data) {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual("began".utf8) else { return }
    hasBegun = true
    guard lines.count == 3 else { return }
    let words = String(decoding: lines[1], as: UTF8.self).split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard words.count == 5, numbers.count == 4, let number = Int32(exactly: numbers[0]) else {
      return
    }
    let manner: ChildProcess.Ending.Manner =
      words[0] == "signal" ? .signal(number) : .exit(status: number)
    ending = ChildProcess.Ending(
      manner: manner, cpuSeconds: Double(numbers[1]) / 1e6, peakBytes: numbers[2])
    report = numbers[3] > 0 ? Data(lines[2]) : nil
  }
}
