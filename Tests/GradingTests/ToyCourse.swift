import Doorway
import Foundation
import Tensors

@testable import Grading

/// A course of two small exercises, of which the second imports the first, in a folder of its own
/// beside the products of this package.
struct ToyCourse {
  let folder: ScratchFolder
  let installation: Installation
  let doubling: Exercise
  let quadrupling: Exercise

  init() throws {
    folder = try ScratchFolder()
    installation = Installation(root: folder.path, products: try Installation.find().products)
    let files = [
      "Package.swift": "let course = [\n  \"01-Doubling\",\n  \"02-Quadrupling\",\n]\n",
      "Exercises/01-Doubling/README.md": Self.handout("01: Twice as much"),
      "Exercises/02-Quadrupling/README.md": Self.handout("02: Four times as much"),
      "Solutions/01-Doubling/Doubling.swift": """
      import Tensors

      public struct Doubling: Step {
        public init() {}

        public func callAsFunction(_ x: Tensor) -> Tensor {
          // begin 1.1: How much is twice?
          return 2 * x
          // end
        }
      }

      """,
      "Solutions/01-Doubling/Step.swift": """
      import Tensors

      public protocol Step {
        func callAsFunction(_ x: Tensor) -> Tensor
      }

      """,
      "Solutions/01-Doubling/mistakes.txt": """
      doubling.tripled  Doubling.swift
      01.doubling.value: three times as much is returned
      - return 2 * x
      + return 3 * x

      """,
      "Solutions/02-Quadrupling/Quadrupling.swift": """
      import Exercise01
      import Tensors

      public func quadrupled(_ x: Tensor) -> Tensor {
        // begin 2.1: What have you written already?
        return Doubling()(Doubling()(x))
        // end
      }

      """,
      "Solutions/02-Quadrupling/mistakes.txt": "",
      "Grader/Subject/Exercise01.swift": """
      import Doorway
      import Exercise01
      import Tensors

      func answersOfExercise01() -> Doorway.Answers {
        var answers = Doorway.Answers()
        answers.to(Question<Tensor, Tensor>("01.doubling.value")) { Doubling()($0) }
        return answers
      }
      """,
      "Grader/Subject/Exercise02.swift": """
      import Doorway
      import Exercise02
      import Tensors

      func answersOfExercise02() -> Doorway.Answers {
        var answers = Doorway.Answers()
        answers.to(Question<Tensor, Tensor>("02.quadrupling.value")) { quadrupled($0) }
        return answers
      }
      """,
    ]
    for (path, text) in files { try Self.put(text, at: path, in: folder.path) }

    func plan(_ id: String) -> ExercisePlan {
      ExercisePlan(
        checks: [:],
        together: [
          Check(id, claim: "it is so much", points: 100, hints: ["How much?"]) { exam in
            try exam.expectReference(Question<Tensor, Tensor>(id), of: exam.normal([3]))
          }
        ])
    }
    let rooms = try CourseSource(root: folder.path).rooms
    doubling = Exercise(
      number: rooms[0].number, title: rooms[0].title, folder: rooms[0].folder,
      files: rooms[0].files, given: rooms[0].given, plan: plan("01.doubling.value"))
    quadrupling = Exercise(
      number: rooms[1].number, title: rooms[1].title, folder: rooms[1].folder,
      files: rooms[1].files, given: rooms[1].given, buildsOn: [doubling],
      before: [doubling],
      plan: plan("02.quadrupling.value"))
  }

  private static func handout(_ title: String) -> String {
    "# Exercise \(title)\n\n<!-- parts: derived -->\n<!-- end of parts -->\n"
  }

  /// Writes stubs and students' tests, as `grader derive` does.
  func derive() throws {
    for exercise in [doubling, quadrupling] {
      let derivation = try Derivation(exercise, installation: installation, seed: 1)
      _ = try DerivedFiles(of: exercise, root: folder.path).write(derivation.texts())
    }
  }

  func put(_ text: String, at path: String) throws {
    try Self.put(text, at: path, in: folder.path)
  }

  private static func put(_ text: String, at path: String, in folder: String) throws {
    let path = "\(folder)/\(path)"
    try Folder.make((path as NSString).deletingLastPathComponent)
    try AtomicFile.write(Data(text.utf8), to: path, durably: false)
  }

  /// Decides the one check of `exercise` for what lies in `Exercises`.
  func verdict(of exercise: Exercise, on earlier: Workshop.Earlier) throws -> CheckResult {
    let workshop = try Workshop(exercise, installation: installation, on: earlier)
    let build = try workshop.buildRoom(installation.stubs(of: exercise))
    let examiner = Examiner(
      exercise, seed: 1,
      oracle: try Oracle(Workshop(exercise, installation: installation)), data: nil, build: build
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }
    return examiner.result(of: exercise.checks[0])
  }
}
