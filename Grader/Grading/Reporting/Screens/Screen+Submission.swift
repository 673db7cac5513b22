import Foundation

extension Screen {
  /// Why a hand-in with files that do not compile was not packed, and what packs it all the same.
  public static func notSubmitted(_ report: Report, path: String, command: String) -> String {
    let isThere = FileManager.default.fileExists(atPath: path)
    return
      (notes(on: report) + [
        "",
        Sentences.notPackedYet(
          report.build.replaced, isThere ? path : nil, anyway: command),
      ]).joined(separator: "\n")
  }

  /// What whoever hands in wants to know once more: what does not count, and the points as they are.
  public static func submitted(_ report: Report) -> String {
    (notes(on: report) + [summary(of: report) + "; where it is graded, samples are others"])
      .joined(separator: "\n")
  }
}
