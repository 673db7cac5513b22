import Doorway
import Grading
import Tensors

extension Examination {
  /// beta1 and beta2 of an optimizer: its own, and the same at all of its steps, since what the
  /// correction should be if they changed nobody says.
  func betas(_ optimizer: Int) -> (Double, Double) {
    var own = SeededGenerator(seed: seed &+ UInt64(optimizer))
    return (
      Double.random(in: 0.5...0.95, using: &own), Double.random(in: 0.8...0.999, using: &own)
    )
  }
}

extension OptimizerRun {
  /// The first entry of each parameter has the gradient 0, at every step.
  mutating func silenceFirst() {
    for course in courses.indices {
      for step in courses[course].steps.indices {
        for i in courses[course].steps[step].gradients.indices
        where courses[course].steps[step].gradients[i].count > 1 {
          courses[course].steps[step].gradients[i].mutateEntries { $0[0] = 0 }
        }
      }
    }
  }

  /// The gradients of one optimizer are as small as epsilon.
  mutating func dimSome() {
    guard courses.count > 1 else { return }
    for step in courses[1].steps.indices {
      courses[1].steps[step].gradients = courses[1].steps[step].gradients.map { 1e-8 * $0 }
    }
  }

  /// Some parameters are far longer than 10, others shorter than 1, and some hardly longer than 0.
  mutating func lengthenSome() {
    for course in courses.indices {
      for i in courses[course].parameters.indices {
        courses[course].parameters[i] *= [40, 0.05, 1e-7][i % 3]
      }
    }
  }

  /// Each second parameter begins at 0; of the first the gradients are 0.
  mutating func zeroSome() {
    for course in courses.indices {
      for i in courses[course].parameters.indices where i % 2 == 1 {
        courses[course].parameters[i] *= 0
        // Of some it is the second step that begins to move them.
        if course % 2 == 0 { courses[course].steps[0].gradients[i] *= 0 }
      }
      for step in courses[course].steps.indices {
        courses[course].steps[step].gradients[0] *= 0
        courses[course].steps[step].parameters = nil
      }
    }
  }
}
