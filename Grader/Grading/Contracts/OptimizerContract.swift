import Doorway
import Tensors

/// What an optimizer is: a rule that moves parameters in place, whoever else has moved them meanwhile,
/// with the settings that it has at that step, and with whatever it keeps kept for each parameter of
/// each optimizer apart.
public struct OptimizerContract<Settings: Codable & Sendable & Equatable>: Sendable {
  public typealias Asked = Question<OptimizerRun<Settings>, OptimizerTrace>

  let question: Asked

  /// What it keeps for a parameter: "velocity".
  let keeps: String

  /// With which settings it is shown where somebody follows it by hand: round ones, and all that count.
  let small: [Settings]

  /// How many axes the parameter has that is shown then.
  let smallRank: Int

  public init(
    _ question: Asked, keeps: String = "state", small: [Settings] = [], smallRank: Int = 1
  ) {
    self.question = question
    self.keeps = keeps
    self.small = small
    self.smallRank = smallRank
  }

  /// A check that optimizers, which take steps in turn, each do as the reference does at every
  /// step.
  ///
  /// - Parameter steps: How many steps each takes.
  /// - Parameter shapes: Of the parameters that each has. Of the last two optimizers nobody changes the
  ///   settings.
  /// - Parameter state: Whether what they keep is compared as well.
  /// - Parameter change: Changes what was drawn: zeros, say, or what is no number.
  /// - Parameter settings: Draws those of a step, whose number comes with it, and that of the
  ///   optimizer, both from 0.
  public func check(
    _ id: String, steps: Int, state: Bool = false, points: Int, claim: String,
    buildsOn: [String] = [], uses: [String] = [], hints: [String],
    shapes: @escaping @Sendable (Examination) -> [[[Int]]] = {
      [
        [[2, 3], [3], [2, 3], [1], [3, 2, 2], [3], [4]], [[2, 3], [2]], [[2, 3], [2]],
        [[$0.count(in: 2...5)]],
      ]
    },
    also change: @escaping @Sendable (Examination, inout OptimizerRun<Settings>) -> Void = { _, _ in
    },
    settings: @escaping @Sendable (Examination, _ optimizer: Int, _ step: Int) -> Settings
  ) -> Check {
    Check(id, claim: claim, points: points, buildsOn: buildsOn, uses: uses, hints: hints) { exam in
      try offerSmall(exam, keeps: state ? keeps : nil)
      let shapes = shapes(exam)
      var drawn = OptimizerRun(
        shapes.enumerated().map { i, shapes in
          let first = settings(exam, i, 0)
          return course(exam, shapes, [min(steps, 7), max(1, steps / 2), steps, steps][i]) {
            // Of the last two nobody changes what they were made with.
            $0 == 0 || i > 1 ? first : settings(exam, i, $0)
          }
        })
      change(exam, &drawn)
      let run = drawn
      let seen = try exam.ask(question, run)
      try exam.require(seen.courses.map(\.count) == run.courses.map(\.steps.count))
      try exam.compare(question, run, seen: seen, .value, label: state ? "state" : "") { trace in
        trace.compared(with: run, name: "\(question.shortName)", state: state ? keeps : nil)
      }
    }
  }

  private func course(
    _ exam: Examination, _ shapes: [[Int]], _ steps: Int, _ settings: (_ step: Int) -> Settings
  ) -> OptimizerCourse<Settings> {
    OptimizerCourse(
      parameters: shapes.map { exam.normal($0) },
      steps: (0..<steps).map { step in
        OptimizerStep(
          settings: settings(step),
          // One that is 0 for once changes nothing of what was learnt before.
          gradients: shapes.enumerated().map { i, shape in
            (step == 1 && i == 0 ? 0 : exam.number(in: 0.5...20)) * exam.normal(shape)
          },
          // Training that goes back to earlier parameters does this.
          parameters: step == 2 ? shapes.map { exam.normal($0) } : nil,
          copysGradients: step == 4 ? shapes.map { exam.normal($0) } : nil)
      })
  }
}

extension OptimizerTrace {
  fileprivate func compared<Settings: Equatable>(
    with run: OptimizerRun<Settings>, name: String, state: String?
  ) -> [(Part, Context)] {
    zip(courses, run.courses).flatMap { taken, course in
      taken.enumerated().flatMap { step, taken in
        let isNew = step > 0 && course.steps[step].settings != course.steps[step - 1].settings
        let context = Context(
          call: "\(name), step \(step + 1) of \(course.steps.count) with "
            + (course.parameters.count == 1
              ? "one parameter" : "\(course.parameters.count) parameters")
            + (isNew ? " and other settings than before" : ""),
          sizes: [Size("the number of parameters", course.parameters.count)],
          place: step + 1)
        let parameters = taken.parameters.enumerated().map { i, tensor in
          var context = context
          if i < course.parameters.count, i < course.steps[step].gradients.count {
            context.inputs = [
              Part("the parameter as it was", course.parameters[i]),
              Part("the gradient", course.steps[step].gradients[i]),
            ]
          }
          return (Part("parameter \(i + 1)", tensor), context)
        }
        let kept = state.map { state in
          taken.state.enumerated().map { (Part("\(state) \($0 + 1)", $1), context) }
        }
        return parameters + (kept ?? [])
      }
    }
  }
}
