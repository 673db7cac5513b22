import Foundation
import Grading

do {
  exit(try run(Array(CommandLine.arguments.dropFirst())))
} catch {
  FileHandle.standardError.write(Data("grader: \(Sentences.error(error))\n".utf8))
  exit(2)
}
