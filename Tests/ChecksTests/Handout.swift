import Checks
import Doorway
import Foundation
import Grading
import Testing

/// The handout of an exercise, and the reference, by which its numbers are computed once more.
struct Handout {
  let text: String
  let subject: any Subject

  init(_ number: String) throws {
    let exercise = try Catalogue.exercise(number)
    subject = try Kept.workshop(of: exercise).subject(.reference, .training)
    let path = "\(try Installation.find().root)/Exercises/\(exercise.folder)/README.md"
    text = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Returns what the reference answers.
  func ask<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) throws -> Reply {
    try subject.ask(question, [input], limits: .training, progress: { _ in })[0]
  }

  /// Expects that `line` stands in the handout.
  func expect(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let isThere = text.contains(line)
    #expect(isThere, "\(line)", sourceLocation: sourceLocation)
  }
}
