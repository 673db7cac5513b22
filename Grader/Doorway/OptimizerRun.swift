import Tensors

/// What optimizers are to do: each follows a course of its own, and they take their steps in turn,
/// so that what one keeps outside of itself shows in the other.
public struct OptimizerRun<Settings: Codable & Sendable & Equatable>: Codable, Sendable {
  public var courses: [OptimizerCourse<Settings>]

  public init(_ courses: [OptimizerCourse<Settings>]) {
    self.courses = courses
  }

  /// Carries it out, with optimizers that `make` makes. `set` changes the settings of one that is
  /// under way, and `state` reads what it keeps for the parameters.
  public func trace<Optimizer>(
    make: (Settings) -> Optimizer, set: (inout Optimizer, Settings) -> Void,
    update: (inout Optimizer, inout [Tensor], [Tensor]) -> Void,
    state: (Optimizer) -> [Tensor] = { _ in [] }
  ) -> OptimizerTrace {
    var optimizers = courses.map { make($0.steps[0].settings) }
    var parameters = courses.map(\.parameters)
    var trace = OptimizerTrace(courses: courses.map { _ in [] })
    for number in 0..<(courses.map(\.steps.count).max() ?? 0) {
      for (i, course) in courses.enumerated() where number < course.steps.count {
        let step = course.steps[number]
        parameters[i] = step.parameters ?? parameters[i]
        if number > 0, step.settings != course.steps[number - 1].settings {
          set(&optimizers[i], step.settings)
        }
        if let gradients = step.copysGradients {
          var (copy, its) = (optimizers[i], parameters[i])
          update(&copy, &its, gradients)
        }
        update(&optimizers[i], &parameters[i], step.gradients)
        trace.courses[i].append(StepTaken(parameters: parameters[i], state: state(optimizers[i])))
      }
    }
    return trace
  }
}

/// Parameters, and what is done to them.
public struct OptimizerCourse<Settings: Codable & Sendable & Equatable>: Codable, Sendable {
  public var parameters: [Tensor]
  public var steps: [OptimizerStep<Settings>]

  public init(parameters: [Tensor], steps: [OptimizerStep<Settings>]) {
    self.parameters = parameters
    self.steps = steps
  }
}

/// A step along gradients, with the settings that the optimizer has from then on.
public struct OptimizerStep<Settings: Codable & Sendable & Equatable>: Codable, Sendable {
  public var settings: Settings
  public var gradients: [Tensor]

  /// What somebody else has made of the parameters meanwhile.
  public var parameters: [Tensor]?

  /// Where a copy of the optimizer goes first: what it keeps is its own from then on.
  public var copysGradients: [Tensor]?

  public init(
    settings: Settings, gradients: [Tensor], parameters: [Tensor]? = nil,
    copysGradients: [Tensor]? = nil
  ) {
    self.copysGradients = copysGradients
    self.settings = settings
    self.gradients = gradients
    self.parameters = parameters
  }
}

/// The parameters after a step, and what the optimizer keeps for them.
public struct StepTaken: Codable, Sendable {
  public var parameters: [Tensor]
  public var state: [Tensor]

  public init(parameters: [Tensor], state: [Tensor]) {
    self.parameters = parameters
    self.state = state
  }
}

/// The steps of each course.
public struct OptimizerTrace: Answer {
  public var courses: [[StepTaken]]

  public init(courses: [[StepTaken]]) {
    self.courses = courses
  }

  public var parts: [Part] {
    courses.flatMap { course in
      course.enumerated().flatMap { step, taken in
        taken.parameters.enumerated().map { Part("parameter \($0 + 1) after step \(step + 1)", $1) }
          + taken.state.enumerated().map { Part("state \($0 + 1) after step \(step + 1)", $1) }
      }
    }
  }
}
