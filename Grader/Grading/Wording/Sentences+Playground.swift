import Datasets
import Doorway

extension Sentences {
  /// What is to be written first, where that is a part of `exercise`, before there is anything to play
  /// with.
  public static func noPlayground(withoutPart part: String, of exercise: Exercise) -> String {
    let what = part.isEmpty ? "a part" : "part \(part)"
    let place = exercise.file(ofPart: part).map { ", in Exercises/\(exercise.folder)/\($0)" } ?? ""
    return
      "The playground runs on your exercise 05, of which \(what) is still to be written\(place)."
  }

  /// Why there is nothing to play with yet, in one sentence or two.
  ///
  /// - Parameter first: The first part that is still to be written, which may be another than the one
  ///   that the playground came to.
  public static func noPlayground(
    _ fault: Playground.Fault, _ build: Build, of exercise: Exercise, toWrite first: String?
  ) -> String {
    switch fault {
    case .ended(.unfinished(let part)):
      if let file = build.standIn(for: part)?.file {
        return "The playground runs on your exercise 05, and \(file) cannot be used as it is: "
          + "'\(grader) check 05' says why."
      }
      return noPlayground(withoutPart: first ?? part, of: exercise)
    case .ended(let end):
      return "The playground runs on your exercise 05. \(self.end(end))"
    case .shape(let what, let seen, let expected):
      return
        "The playground runs on your exercise 05. \(what) of your network has the shape \(seen) "
        + "and not \(expected): see '\(grader) check 05'."
    case .counts:
      return
        "The playground runs on your exercise 05, and the answer of your code has not the form "
        + "that was agreed: see '\(grader) check 05'."
    }
  }
}

extension PlanePoints.Pattern {
  var title: String {
    switch self {
    case .xor: "XOR"
    case .circles: "circles"
    case .moons: "moons"
    case .spiral: "spiral"
    case .clusters: "clusters"
    }
  }

  /// What there is to see in it.
  var remark: String {
    switch self {
    case .xor: "Class 1 is where both coordinates have the same sign. No straight line will do."
    case .circles: "A disk in a ring. How many straight lines does it take to fence the disk in?"
    case .moons: "Two half-moons, with noise. The border has to bend, once to each side."
    case .spiral: "Two arms wind around each other. Few units, or one layer alone, do badly here."
    case .clusters:
      "Two clouds that overlap: nobody gets all points right. Who tries hard learns the noise."
    }
  }
}

extension PlaygroundRun.Activation {
  var title: String {
    switch self {
    case .relu: "ReLU"
    case .sigmoid: "sigmoid"
    }
  }
}
