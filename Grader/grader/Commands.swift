import Checks
import Foundation
import Grading

/// What is typed to start this program.
let grader = Sentences.grader

/// Runs the command that `words` ask for, and returns the exit status.
func run(_ words: [String]) throws -> Int32 {
  // Where the first operation met it, the program would only crash.
  if let word = ProcessInfo.processInfo.environment["GRADUS_THREADS"], Int(word) ?? 0 < 1 {
    throw GraderError.wrongUse("GRADUS_THREADS takes a whole number from 1, not '\(word)'.")
  }
  var arguments = try Arguments(words)
  let command = arguments.next()
  if arguments.flag("--help") || command == "help" {
    let text = try Help.text(for: command == "help" ? arguments.next() : command)
    print(text, terminator: "")
    return Status.allPoints
  }
  switch command {
  case nil: return try overview(arguments)
  case "check": return try check(arguments)
  case "hint": return try hint(arguments)
  case "explain": return try explain(arguments)
  case "show": return try show(arguments)
  case "train": return try train(arguments)
  case "playground": return try playground(arguments)
  case "submit": return try submit(arguments)
  case "update": return try update(arguments)
  case "batch": return try batch(arguments)
  case "merge": return try merge(arguments)
  case "export": return try export(arguments)
  case "similar": return try similar(arguments)
  case "release": return try release(arguments)
  case "doctor": return try doctor(arguments)
  case "bench": return try bench(arguments)
  case "derive": return try derive(arguments)
  case "prove": return try prove(arguments)
  case let word?:
    throw GraderError.noCommand(word, known: Help.commands)
  }
}
