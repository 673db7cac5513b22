import Checks
import Foundation
import Grading
import Synchronization

/// `grader check`: every check of one exercise, or of all.
func check(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  if let path = arguments.value("--submission") { return try checkSubmission(path, arguments) }
  let word = arguments.next()
  let (exercises, named) = try word.map(Catalogue.selection) ?? (Catalogue.exercises, nil)
  let only = arguments.value("--only") ?? named
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  let markdown = arguments.flag("--markdown")
  let watches = arguments.flag("--watch")
  try arguments.finish("check")
  if watches, json || markdown || exercises.count > 1 {
    throw GraderError.wrongUse(
      "--watch takes one exercise, as 05, and prints no JSON and no table.")
  }
  if json, markdown { throw GraderError.wrongUse("Give --json or --markdown, not both.") }
  if let only, exercises.allSatisfy({ $0.checks(named: only).isEmpty }) {
    throw GraderError.noCheck(only, known: exercises.flatMap(\.checks).map(\.id))
  }
  let installation = try Installation.find()
  if watches {
    return try watch(
      Watch(exercises[0], installation, seed: Catalogue.publicSeed, data: data, only: only),
      exercises[0], HintsShown(installation))
  }
  // Of an exercise of which nothing is asked, there is nothing to build.
  let asked = exercises.filter { !$0.checks(named: only).isEmpty }
  let curve = Mutex(LossCurve(isTerminal: isWatched))
  let reports = try asked.map { exercise in
    let work = try meanwhile(Sentences.compiling(exercise)) {
      try OwnWork(
        exercise, installation, seed: Catalogue.publicSeed, data: data, only: only,
        follow: { epoch in tell(curve.withLock { $0.passingText(after: epoch) }) })
    }
    return meanwhile(Sentences.asking(exercise)) { work.report() }
  }
  tell(curve.withLock { $0.passingEnd() })
  if json {
    try printJSON(reports)
  } else {
    let shown = HintsShown(installation)
    let seen = shown.numbers
    for (report, exercise) in zip(reports, asked) {
      let text =
        markdown
        ? Screen.markdown(report, of: exercise)
        : Screen.report(report, of: exercise, in: Catalogue.exercises, hintsSeen: seen)
      print(text, terminator: "")
    }
    if !markdown { shown.note(reports.flatMap(\.checks), of: exercises.flatMap(\.checks)) }
  }
  return status(of: reports)
}

/// `grader check --watch`: the checks of one exercise, again after each save.
private func watch(_ watch: Watch, _ exercise: Exercise, _ shown: HintsShown) throws -> Int32 {
  Interruption.beginCatching()
  print(Screen.beginWatch(exercise), terminator: "")
  try finishOutput()
  watch.run(isOver: { Interruption.signal != nil }) { news in
    let text = Screen.news(
      news, of: exercise, in: Catalogue.exercises, hintsSeen: shown.numbers)
    print(text, terminator: "")
    // Who reads it waits for it.
    guard (try? finishOutput()) != nil else { exit(Status.graderFailed) }
  }
  return watch.report.map { status(of: [$0]) } ?? Status.pointsMissing
}
