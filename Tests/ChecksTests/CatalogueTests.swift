import Checks
import Foundation
import Grading
import Testing

/// What holds for every exercise, whoever writes it.
@Suite("The catalogue of exercises")
struct CatalogueTests {
  static let exercises = Catalogue.exercises

  @Test("Every check has a claim without full stop, points, hints and known mistakes")
  func everyCheckIsComplete() {
    for check in Self.exercises.flatMap(\.checks) {
      #expect(!check.claim.isEmpty && !check.claim.hasSuffix("."), "\(check.id)")
      #expect(check.points > 0, "\(check.id)")
      #expect(!check.hints.isEmpty, "\(check.id)")
      #expect(!check.mistakes.isEmpty, "\(check.id)")
    }
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

  @Test("mistakes.txt makes exactly the mistakes that the checks know", arguments: exercises)
  func mistakesAreKnownOnBothSides(exercise: Exercise) throws {
    let workshop = try Workshop(exercise, installation: .find())
    let made = try workshop.mistakes().map(\.id)
    let known = Set(exercise.checks.flatMap(\.mistakes).map(\.id))
    #expect(Set(made) == known)
    #expect(made.count == Set(made).count)
    for id in made {
      #expect(throws: Never.self) { try workshop.sources(of: .mistake(id)) }
    }
  }

  @Test("Every file to hand in has parts to write, numbered through", arguments: exercises)
  func partsAreNumberedThrough(exercise: Exercise) throws {
    let stubs = try Workshop(exercise, installation: .find()).stubs()
    var parts: [String] = []
    for file in exercise.files {
      let text = String(decoding: try #require(stubs[file]), as: UTF8.self)
      let found = text.matches(of: /\/\/ TODO: ([\d.]+)  \S.*\n +unfinished\("([\d.]+)"\)/)
      #expect(!found.isEmpty, "\(file)")
      #expect(found.allSatisfy { $0.1 == $0.2 }, "\(file)")
      parts += found.map { String($0.1) }
    }
    let number = Int(exercise.number) ?? 0
    #expect(parts == (1...parts.count).map { "\(number).\($0)" })
  }

  @Test(
    "The stubs and the students' tests are what the solutions and the checks make of them",
    arguments: exercises)
  func derivedFilesHaveNotDrifted(exercise: Exercise) throws {
    let derivation = try Derivation(
      exercise, installation: .find(), seed: Catalogue.publicSeed)
    for (path, text) in try derivation.texts() {
      #expect(
        FileManager.default.contents(atPath: path) == text,
        "\(path) has drifted: run 'swift run grader derive'")
    }
  }

  @Test("An exercise is found by the names that people use")
  func exercisesAreFound() throws {
    for name in ["05", "5", "Exercise05", "exercise05"] {
      #expect(try Catalogue.exercise(name).number == "05")
    }
    #expect(throws: GraderError.self) { try Catalogue.exercise("99") }
  }
}

extension Exercise: CustomTestStringConvertible {
  public var testDescription: String { folder }
}
