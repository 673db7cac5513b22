import Datasets
import Foundation
import Synchronization

extension Workshop {
  /// Returns what answers for a known mistake. The mistakes of a file are built as one program, where
  /// they change nothing but the inside of functions.
  func program(of id: String) throws(GraderError) -> VariantProgram {
    let mistakes = try mistakes()
    if let place = mistakes.firstIndex(where: { $0.id == id }) {
      let file = mistakes[place].file
      let shared = try sharedSource(of: mistakes, in: file)
      if shared.numbers.contains(place + 1) {
        do throws(GraderError) {
          return VariantProgram(
            build: try buildSolution(with: [file: Data(shared.text.utf8)]), variant: place + 1)
        } catch .doesNotCompile {
          // Built alone, each says for itself whether it is the one that does not.
        }
      }
    }
    return VariantProgram(build: try build(.mistake(id)))
  }

  /// A file with the mistakes that can share a program, which are numbered by their places from 1.
  private struct SharedSource {
    var text: String
    var numbers: Set<Int>
  }

  /// By what they were made of, since it is asked for at every question.
  private static let made = Mutex<[String: SharedSource]>([:])

  private func sharedSource(
    of mistakes: [MistakeSource], in file: String
  ) throws(GraderError) -> SharedSource {
    let text = String(decoding: try sources(of: .reference)[file] ?? Data(), as: UTF8.self)
    let own = mistakes.enumerated().filter { $0.element.file == file }
    let key = "\(Digest("\(own.map { ($0.offset, $0.element.edits) }) \(text)"))"
    if let shared = Self.made.withLock({ $0[key] }) { return shared }
    var bodies: [VariantSource.Body] = []
    for (place, mistake) in own {
      let changed = String(
        decoding: try sources(of: .mistake(mistake.id))[file] ?? Data(), as: UTF8.self)
      bodies += VariantSource.bodies(from: text, to: changed, number: place + 1) ?? []
    }
    let shared = SharedSource(
      text: VariantSource(of: text, bodies: bodies).text, numbers: Set(bodies.map(\.number)))
    Self.made.withLock { $0[key] = shared }
    return shared
  }
}
