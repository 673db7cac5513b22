import Checks
import Foundation
import Grading
import Testing

@Suite("The tables of PyTorch and here")
struct PyTorchTableTests {
  @Test(
    "Each name that stands in the column of what is here is declared in an exercise of its line")
  func namesAreThere() throws {
    let root = try Installation.find().root
    let page = try String(contentsOfFile: "\(root)/Documentation/PyTorch.md", encoding: .utf8)
    var count = 0
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.dropFirst().split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let declared = try cells[2].components(separatedBy: ", ").map {
        try sources(of: $0, in: root)
      }
      .joined()
      let pieces = cells[1].split(separator: "`", omittingEmptySubsequences: false)
      for place in pieces.indices where !place.isMultiple(of: 2) {
        for word in pieces[place].split(whereSeparator: {
          !$0.isLetter && !$0.isNumber && $0 != "_"
        })
        where word.count > 1 && !word.allSatisfy(\.isNumber) && !given.contains(String(word)) {
          count += 1
          #expect(
            declared.firstMatch(
              of: try Regex("(struct|class|enum|func|var|let|protocol|case) \(word)\\b")) != nil
              || declared.contains("\(word):"),
            "\(word) is not declared in exercise \(cells[2]): \(line)")
        }
      }
    }
    #expect(count > 50)
  }

  /// Words of Swift, names that a reader chooses, and that of a file.
  private let given: Set = [
    "var", "true", "false", "optimizer", "network", "generator", "model", "safetensors",
  ]

  private func sources(of exercise: String, in root: String) throws -> String {
    let folders =
      exercise == "00"
      ? ["Exercises/00-Given/Tensors"] : ["Solutions/\(try Catalogue.exercise(exercise).folder)"]
    return try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        .filter { $0.hasSuffix(".swift") }.sorted()
        .map { try String(contentsOfFile: "\(root)/\(folder)/\($0)", encoding: .utf8) }
    }.joined(separator: "\n")
  }
}
