import Doorway
import Tensors

/// Small cases, as those of layers: one parameter of few entries, and up to three steps with round numbers.
extension OptimizerContract {
  /// Has the first of the small courses found that comes back wrong, should it come to that; and has the
  /// right answers recorded where answers are.
  func offerSmall(_ exam: Examination, keeps: String?) throws {
    guard !small.isEmpty, exam.explains || exam.oracle.isRecording else { return }
    let run = OptimizerRun(small.flatMap(courses))
    let right = try exam.reference(question, run)
    guard exam.explains else { return }
    exam.smallExample = { exam in
      for (course, expected) in zip(run.courses, right.courses) {
        let subject = try exam.anotherSubject()
        let seen = try subject.ask(
          question, [OptimizerRun([course])], limits: exam.check.limits)[0].courses
        guard seen.count == 1, seen[0].count == expected.count else { return nil }
        let comparisons = zip(seen[0], expected).enumerated().flatMap { step, taken in
          let context = context(of: course, step)
          return zip(parts(of: taken.0, keeps), parts(of: taken.1, keeps)).map {
            Comparison(seen: $0, expected: $1.value, context: context)
          }
        }
        if let example = Example(of: comparisons, .value) { return example }
      }
      return nil
    }
  }

  /// One step, two and three of one entry, then two of two.
  private func courses(_ settings: Settings) -> [OptimizerCourse<Settings>] {
    [(1, 1), (2, 1), (3, 1), (2, 2)].map { steps, entries in
      let shape = Array(repeating: 1, count: smallRank - 1) + [entries]
      return OptimizerCourse(
        parameters: [SmallCases.tensor(shape, from: 2)],
        steps: (0..<steps).map {
          OptimizerStep(settings: settings, gradients: [SmallCases.tensor(shape, from: 4 + $0)])
        })
    }
  }

  private func parts(of taken: StepTaken, _ keeps: String?) -> [Part] {
    let state = keeps.map { keeps in taken.state.map { Part("the \(keeps)", $0) } }
    return taken.parameters.map { Part("the parameter", $0) } + (state ?? [])
  }

  private func context(of course: OptimizerCourse<Settings>, _ step: Int) -> Context {
    let gradients = course.steps[...step].enumerated().map { number, step in
      Part("the gradient of step \(number + 1)", step.gradients[0])
    }
    let words = SmallCases.words(of: course.steps[0].settings)
    return Context(
      call: "step \(step + 1) of \(question.shortName) with \(words)",
      inputs: [Part("the parameter before the first step", course.parameters[0])] + gradients)
  }
}

extension SmallCases {
  /// The settings that are not 0 or none, by name: "learningRate 0.5, momentum 0.5".
  static func words(of settings: Any) -> String {
    if let rate = settings as? Double { return "learningRate \(rate)" }
    return Mirror(reflecting: settings).children.compactMap { child in
      let value = "\(child.value)"
      return ["0.0", "none"].contains(value) ? nil : child.label.map { "\($0) \(value)" }
    }.joined(separator: ", ")
  }
}
