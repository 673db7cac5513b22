import Checks
import Foundation
import Grading

/// `grader derive`: stubs, tests, answer keys.
func derive(_ arguments: Arguments) throws -> Int32 {
  try arguments.finish("derive")
  let installation = try Installation.find()
  for exercise in Catalogue.exercises {
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    for (path, text) in try derivation.texts().sorted(by: { $0.key < $1.key }) {
      guard FileManager.default.contents(atPath: path) != text else { continue }
      try AtomicFile.write(text, to: path)
      print("wrote \(path)")
    }
    let key = try derivation.answerKey()
    let path = installation.answerKey(of: exercise)
    guard (try? AnswerKey(contentsOf: path)) != key else { continue }
    try key.write(to: path)
    print("wrote \(path): \(key.count) answers")
  }
  return Status.allPoints
}
