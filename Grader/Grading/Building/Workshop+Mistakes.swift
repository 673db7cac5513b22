import Foundation

extension Workshop {
  /// Returns what answers for a known mistake. The mistakes of a file are built as one program, where
  /// they change nothing but the inside of functions.
  func program(of id: String) throws(GraderError) -> VariantProgram {
    let mistakes = try mistakes()
    if let place = mistakes.firstIndex(where: { $0.id == id }) {
      let bodies = try bodies(of: mistakes, in: mistakes[place].file)
      if bodies.contains(where: { $0.number == place + 1 }) {
        let file = mistakes[place].file
        let text = VariantSource(of: try solution(file), bodies: bodies).text
        do throws(GraderError) {
          return VariantProgram(
            build: try buildSolution(with: [file: Data(text.utf8)]), variant: place + 1)
        } catch .doesNotCompile {
          // Built alone, each says for itself whether it is the one that does not.
        }
      }
    }
    return VariantProgram(build: try build(.mistake(id)))
  }

  /// Returns what the mistakes of `file` make of its parts, numbered by their places from 1.
  private func bodies(
    of mistakes: [MistakeSource], in file: String
  ) throws(GraderError) -> [VariantSource.Body] {
    let text = try solution(file)
    var bodies: [VariantSource.Body] = []
    for (place, mistake) in mistakes.enumerated() where mistake.file == file {
      let changed = String(
        decoding: try sources(of: .mistake(mistake.id))[file] ?? Data(), as: UTF8.self)
      bodies += VariantSource.bodies(from: text, to: changed, number: place + 1) ?? []
    }
    return bodies
  }

  private func solution(_ file: String) throws(GraderError) -> String {
    String(decoding: try sources(of: .reference)[file] ?? Data(), as: UTF8.self)
  }
}
