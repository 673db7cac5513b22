import Checks
import Foundation
import Grading
import Testing

/// What holds for every exercise, whoever writes it.
@Suite("The catalogue of exercises")
struct CatalogueTests {
  static let exercises = Catalogue.exercises

  @Test(
    "Every check has a claim without full stop, points, hints and a known mistake that it tells",
    arguments: exercises)
  func everyCheckIsComplete(exercise: Exercise) throws {
    let told = try Kept.workshop(of: exercise).mistakes().flatMap(\.checks)
    for check in exercise.checks {
      #expect(!check.claim.isEmpty && !check.claim.hasSuffix("."), "\(check.id)")
      #expect(check.points > 0, "\(check.id)")
      #expect(!check.hints.isEmpty, "\(check.id)")
      #expect(told.contains(check.id), "\(check.id)")
      #expect(check.file.isEmpty || exercise.files.contains(check.file), "\(check.id)")
    }
  }

  @Test(
    "Nobody who waits and does not compute is waited for for more than a minute",
    arguments: exercises)
  func waitsAreShort(exercise: Exercise) {
    for check in exercise.checks { #expect(check.limits.wallSeconds <= 60, "\(check.id)") }
  }

  @Test("The points of an exercise add up to 100", arguments: exercises)
  func pointsAddUp(exercise: Exercise) {
    #expect(exercise.possible == 100)
  }

  @Test("Every check uses and builds on checks that stand before it", arguments: exercises)
  func checksBuildOnEarlierOnes(exercise: Exercise) {
    let ids = exercise.checks.map(\.id)
    #expect(Set(ids).count == ids.count)
    for (i, check) in exercise.checks.enumerated() {
      #expect(check.id.hasPrefix(exercise.number + "."))
      #expect(Set(check.uses).isSubset(of: ids[..<i]), "\(check.id)")
      #expect(Set(check.buildsOn).isSubset(of: ids[..<i]), "\(check.id)")
    }
  }

  @Test(
    "Every known mistake can be made, and is told by checks that there are", arguments: exercises)
  func mistakesCanBeMade(exercise: Exercise) throws {
    let workshop = try Kept.workshop(of: exercise)
    let mistakes = try workshop.mistakes()
    #expect(Set(mistakes.map(\.id)).count == mistakes.count)
    for mistake in mistakes {
      #expect(!mistake.explanation.isEmpty && !mistake.explanation.hasSuffix("."), "\(mistake.id)")
      #expect(!mistake.checks.isEmpty, "\(mistake.id)")
      for check in mistake.checks {
        #expect(exercise.check(check) != nil, "\(mistake.id) is to be told by \(check)")
        let hints = exercise.check(check)?.hints.count ?? 0
        #expect((0...hints).contains(mistake.hints[check] ?? 0), "\(mistake.id) at \(check)")
      }
      #expect(throws: Never.self) { try workshop.sources(of: .mistake(mistake.id)) }
    }
  }

  @Test("Every file to hand in has parts to write, numbered through", arguments: exercises)
  func partsAreNumberedThrough(exercise: Exercise) throws {
    let stubs = try Kept.workshop(of: exercise).stubs()
    var parts: [String] = []
    for file in exercise.files {
      let text = String(decoding: try #require(stubs[file]), as: UTF8.self)
      let found = text.matches(of: /\/\/ TODO: ([\d.]+)  \S.*\n +unfinished\("([\d.]+)"\)/)
      #expect(!found.isEmpty, "\(file)")
      #expect(found.allSatisfy { $0.1 == $0.2 }, "\(file)")
      parts += found.map { String($0.1) }
    }
    #expect(parts == exercise.files.flatMap { exercise.parts[$0] ?? [] })
    for part in parts {
      #expect(!exercise.checks(named: part).isEmpty, "nothing asks about part \(part)")
    }
    let number = Int(exercise.number) ?? 0
    #expect(parts == (1...parts.count).map { "\(number).\($0)" })
  }

  @Test(
    "The stubs and the students' tests are what the solutions and the checks make of them",
    arguments: exercises)
  func derivedFilesHaveNotDrifted(exercise: Exercise) throws {
    let installation = try Installation.find()
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    let files = DerivedFiles(of: exercise, root: installation.root)
    let texts = try derivation.texts()
    #expect(files.areUntouched(Array(texts.keys)), "run 'swift run grader derive'")
    for (path, text) in texts {
      #expect(
        FileManager.default.contents(atPath: "\(installation.root)/\(path)") == text,
        "\(path) has drifted: run 'swift run grader derive'")
    }
    let handout = HandoutTable(exercise, root: installation.root)
    #expect(
      try handout.handout()
        == String(
          contentsOfFile: "\(installation.root)/Exercises/\(exercise.folder)/README.md",
          encoding: .utf8), "run 'swift run grader derive'")
  }

  @Test("The course is what the manifest lists and the folders hold")
  func courseHasNotDrifted() throws {
    let root = try Installation.find().root
    let course = try CourseSource(root: root)
    #expect(course.rooms.map(\.number) == Self.exercises.map(\.number))
    for (path, text) in course.texts {
      #expect(
        FileManager.default.contents(atPath: "\(root)/\(path)") == text,
        "\(path) has drifted: run 'swift run grader derive'")
    }
  }

  @Test("An exercise is found by the names that people use")
  func exercisesAreFound() throws {
    for name in ["05", "5", "Exercise05", "exercise05"] {
      #expect(try Catalogue.exercise(name).number == "05")
    }
    #expect(throws: GraderError.self) { try Catalogue.exercise("00") }
  }
}

extension Exercise: CustomTestStringConvertible {
  public var testDescription: String { folder }
}
