import Foundation
import Grading

do {
  let status = try run(Array(CommandLine.arguments.dropFirst()))
  try finishOutput()
  exit(status)
} catch {
  say("grader: \(Sentences.error(error))")
  exit(2)
}
