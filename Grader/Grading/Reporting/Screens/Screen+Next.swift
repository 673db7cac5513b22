import Foundation

extension Screen {
  /// What to do next, in a line: the first thing that is open in `entries`, which are some of
  /// `course`, else what comes after them: nothing for whoever looks at somebody else's work, to whom
  /// `course` has no exercises.
  ///
  /// - Parameter below: Whether it stands below what was said of each: then that is not said again.
  public static func next(
    after entries: [Entry], in course: [Exercise], below: Bool = false
  ) -> String {
    for entry in entries {
      switch entry {
      case .examined(let exercise, let report):
        if let open = open(in: report, of: exercise, below: below) { return "Next: \(open)" }
      case .untouched(let exercise):
        return "Next: \(exercise.files[0]), as Exercises/\(exercise.folder)/README.md says."
      case .undecided(_, let reason):
        return reason
      }
    }
    if let part = entries.first(where: { !$0.hasAllPoints }) {
      return "Next: all checks of the exercise: \(Sentences.grader) check \(part.exercise.number)"
    }
    guard let last = entries.last?.exercise else { return "Next: \(Sentences.grader) check" }
    guard !course.isEmpty else { return "All \(last.possible) points." }
    let training =
      last.training != nil
      ? ["See your network learn: \(Sentences.grader) train \(last.number)."] : []
    return (["All \(last.possible) points."] + training + [following(last, in: course)])
      .joined(separator: " ")
  }

  private static func following(_ exercise: Exercise, in course: [Exercise]) -> String {
    let rest = course.drop { $0.number != exercise.number }.dropFirst()
    guard let next = rest.first else { return "That was the last exercise: all done." }
    return "Next: exercise \(next.number), \(next.title): Exercises/\(next.folder)/README.md"
  }

  /// The first thing to do about a report, nil where all of it has passed.
  ///
  /// What is ours comes first, then what does not compile. Of what is written and wrong, that on
  /// which others build is the root, and comes before what may be wrong because of it. What is still
  /// to be written comes in the order of its parts.
  private static func open(
    in report: Report, of exercise: Exercise, below: Bool
  ) -> String? {
    if let check = report.checks.first(where: { $0.verdict == .graderFault }) {
      return
        "\(check.id) could not be decided, and not through your code: its lines say what to do."
    }
    // Whatever else is to do, nothing of it helps a file that does not compile.
    if let file = report.build.replaced.first, let reason = report.build.reasons.first {
      return below ? "\(file) has to compile: see above." : reason.withVisibleControls
    }
    // Of its own files all do, so it is one of an earlier exercise.
    if let check = report.checks.first(where: { $0.verdict == .doesNotCompile }) {
      return check.message.withVisibleControls
    }
    let wrong = report.checks.filter { check in
      ![.passed, .unfinished, .blocked, .graderFault].contains(check.verdict)
    }
    if let root = wrong.first(where: { exercise.restsOn($0.id) > 0 }) ?? wrong.first {
      let others = exercise.restsOn(root.id)
      let build =
        others == 1 ? ", and one other builds on it" : ", and \(others) others build on it"
      return root.id + (others > 0 ? build : "")
    }
    let unfinished = report.checks.filter { $0.verdict == .unfinished }.min {
      // 5.9 comes before 5.10.
      ($0.part ?? "").compare($1.part ?? "", options: .numeric) == .orderedAscending
    }
    if let unfinished {
      let place = unfinished.part.flatMap { exercise.place(ofPart: $0) }
      return "\(place ?? unfinished.message.withVisibleControls) (\(unfinished.id))"
    }
    return report.checks.first { $0.verdict == .blocked }.map { blocked in
      let root = exercise.root(of: blocked.id, besides: report.checks.map(\.id))
      return
        "\(root), on which \(blocked.id) builds: \(Sentences.grader) check \(exercise.number) --only \(root)"
    }
  }
}

extension Exercise {
  /// Which part it is, its own or one of an earlier exercise, and the file to write it in.
  fileprivate func place(ofPart part: String) -> String? {
    for exercise in [self] + allItBuildsOn {
      if let file = exercise.file(ofPart: part) {
        return "part \(part), in Exercises/\(exercise.folder)/\(file)"
      }
    }
    return nil
  }

  /// How many checks build on a check, directly or not.
  fileprivate func restsOn(_ id: String) -> Int {
    // A check stands behind those it builds on, so one walk finds all.
    var resting: Set<String> = [id]
    for check in checks where !resting.isDisjoint(with: check.buildsOn + check.uses) {
      resting.insert(check.id)
    }
    return resting.count - 1
  }

  /// The first of those that a check builds on, directly or not, of which nothing is known.
  fileprivate func root(of id: String, besides known: [String]) -> String {
    var below: Set<String> = [id]
    for check in checks.reversed() where below.contains(check.id) {
      below.formUnion(check.buildsOn)
    }
    return checks.first { below.contains($0.id) && !known.contains($0.id) }?.id ?? id
  }
}
