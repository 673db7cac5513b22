extension Sentences {
  static let notDecided = "the grader itself failed"
  static let archiveNotRead = "an archive could not be read"
  static let excused = "excused in Canvas"
  static let lockedInMoodle = "Moodle says that the grade cannot be changed"

  static func exporting(_ error: GraderError) -> String {
    switch error {
    case .noBatch(let path):
      return "\(path) holds no results of a batch. Name the folder that was its --output."
    case .unfinishedBatch(let path):
      return "The batch in \(path) has not come to its end, and some would go without points. "
        + "Run the same '\(grader) batch' again, then this."
    case .notOurReport(let path):
      return "\(path) is not as this grader writes it: its points are not those of its checks. "
        + "Run the same '\(grader) batch' again, which makes it anew."
    case .gradebook(let path, let problem): return gradebook(path, problem)
    default: return "\(error)"
    }
  }

  private static func gradebook(_ path: String, _ problem: GradebookProblem) -> String {
    switch problem {
    case .notCanvas:
      return "\(path) is no gradebook that Canvas exported: its first line begins with Student and "
        + "ID, and one below says Points Possible. Export it anew, and do not save it in between."
    case .notMoodle(let titles):
      return "\(path) is no grading worksheet of Moodle in English or German: columns for an "
        + "identifier, a grade and a maximum grade are needed, and there are "
        + "\(shortened(titles.map(\.onOneLine), to: 12)). Export it anew with Moodle set to English, "
        + "or name the column of the grades with --column."
    case .whichColumn(let asked, let open):
      let titles = open.map { "'\($0.onOneLine)'" }
      let these = "Those that take points are \(shortened(titles, to: 12))."
      guard let asked else {
        return "\(path) does not have one column for points. \(these) Name one with --column."
      }
      return "\(path) has no one column '\(asked)' for points. \(these)"
    case .noNumber(let line, let text):
      return
        "\(path), row \(line): the maximum '\(String(text.prefix(80)).onOneLine)' is no number. "
        + "In Moodle, grade the assignment by points."
    case .severalRows(let submission, let lines):
      return
        "\(path): \(submission) fits rows \(list(lines.map(String.init))). Export the file anew "
        + "and do not save it in a spreadsheet, which may shorten numbers; or rename the submission."
    case .severalSubmissions(let line, let names):
      return "\(path), row \(line): \(list(names)) both belong to this person. Leave one of them."
    case .otherMaximum(let maximum, let expected):
      return
        "\(path) counts to \(maximum), and this exercise to \(expected). Set the points on the "
        + "course site to \(expected), and export the file anew."
    case .tooLarge:
      return "\(path) is too large for a gradebook. Name the file that the course site exported."
    case .writtenOver:
      return "\(path) would be written over. Name another place with --into."
    }
  }
}

extension Sentences {
  static func undecided(_ names: [String], areWritten: Bool) -> String {
    "Not decided, by a fault of the grader\(areWritten ? "" : ", and left out"): "
      + "\(shortened(names, to: 20)). Cure the cause, run the same '\(grader) batch' again, then this."
  }

  static func unreadArchives(of names: [String]) -> String {
    "Without points, since an archive in what they handed in could not be read (\(names.count)): "
      + "\(shortened(names, to: 20)). Have them pack it anew, run "
      + "the same '\(grader) batch' again, then this."
  }

  static func merged(_ merged: SiteGradebook.Merged) -> [String] {
    var sentences: [String] = []
    if !merged.strangers.isEmpty {
      sentences.append(
        "Nobody in the gradebook is called after \(shortened(merged.strangers, to: 20)): no points "
          + "were entered for \(merged.strangers.count == 1 ? "it" : "them"). A submission's folder is "
          + "called after its owner as the course site names them: number, login, e-mail or name.")
    }
    if !merged.absent.isEmpty {
      let names = merged.absent.map { "'\($0.onOneLine)'" }
      sentences.append(
        "In the gradebook and without a submission, so left as they were (\(names.count)): "
          + "\(shortened(names, to: 10)).")
    }
    let reasons = merged.leftAlone.map(\.reason)
    for (i, reason) in reasons.enumerated() where reasons.firstIndex(of: reason) == i {
      let names = merged.leftAlone.filter { $0.reason == reason }.map(\.name)
      sentences.append("Left as it was, \(reason): \(shortened(names, to: 20)).")
    }
    if !merged.capped.isEmpty {
      sentences.append(
        "The maximum was entered, since Moodle takes no more, where there were more points: "
          + "\(shortened(merged.capped, to: 20)).")
    }
    return sentences
  }

  public static func autograder(_ path: String) -> String {
    "Upload \(path) to Gradescope as the autograder, on Ubuntu, in a container with at least 3 GB of "
      + "memory. It holds the solutions: give it to no student."
  }

  public static func exported(_ outcome: Exporter.Outcome) -> String {
    let count = "\(outcome.count) \(outcome.count == 1 ? "submission" : "submissions")"
    return (outcome.notes + ["The points of \(count) are in \(outcome.path)"]).joined(
      separator: "\n")
  }
}

extension Sentences {
  public static func similar(_ found: SimilarSubmissions, in folder: String) -> String {
    let pairs = "\(found.pairs.count) \(found.pairs.count == 1 ? "pair" : "pairs")"
    let short =
      found.tooShort.isEmpty ? "" : " Too short to compare: \(shortened(found.tooShort, to: 20))."
    return "\(pairs) with much in common.\(short) See \(folder)/similar.html"
  }
}
