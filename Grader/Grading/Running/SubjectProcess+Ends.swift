import Doorway
import Foundation
import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension SubjectProcess {
  /// Why the process has ended.
  ///
  /// - Throws: `GraderError.sandboxFailed` where it was not the subject that failed.
  func manner() throws(GraderError) -> SubjectEnd {
    guard let ending = process.ending else { return .exited(status: -1) }
    switch ending.manner {
    case .untold: throw process.sandboxFault(log.text)
    case .exit(unfinishedStatus):
      return .unfinished(part: UnfinishedNote.part(in: log.text))
    case .exit(let status):
      return received.count == 0 ? .exited(status: status) : .garbled(.cutShort)
    case .signal(let signal) where isOvertime(signal, after: ending.cpuSeconds):
      return shortened(
        .computedTooLong(
          // What comes after the trap is the runtime's own work.
          seconds: explainsOvertime ? Double(limits.cpuSeconds) : spentSeconds,
          allowed: limits.cpuSeconds,
          // What is called in an endless loop is as often met as the loop.
          places: explainsOvertime ? Array(ownPlaces(in: crashReport).prefix(2)) : []))
    case .signal(let signal):
      if CrashReport.saysOutOfMemory(log.text) { return .outOfMemory(limit: limits.memory) }
      let report = crashReport
      return .crashed(
        Crash(
          signal: signal, reason: CrashReport.reason(report, log: words),
          place: ownPlaces(in: report).first))
    }
  }

  /// Whether it was ended since its time was up. The kernel's signal comes first, now and then a hair before the
  /// time that it reports is up; so does the trap that it was made.
  private func isOvertime(_ signal: Int32, after seconds: Double) -> Bool {
    let isTrap = signal == SIGTRAP && explainsOvertime
    return signal == SIGXCPU || seconds >= Double(limits.cpuSeconds) - (isTrap ? 0.1 : 0)
  }

  private func ownPlaces(in report: CrashReport?) -> [Crash.Place] {
    report?.places(in: studentFiles) ?? []
  }

  /// What the runtime wrote down about its end.
  private var crashReport: CrashReport? {
    if let scratch { return CrashReport.read(from: scratch.path) }
    return process.sandboxNotice?.report.flatMap(CrashReport.init)
  }
}
