import Checks
import Foundation
import Grading
import Proofs
import Testing

@Suite("The student's files", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct StudentWorkTests {
  private static let walk = [
    [], ["check", "05"], ["check", "05", "--only", "relu"], ["hint", "05.relu.gradient"],
    ["explain", "05.relu.gradient"],
    ["show", "05"], ["train", "05", "--epochs", "1"], ["show", "05", "--output", "05.html"],
    ["playground"], ["submit", "05"], ["update", "."], ["derive"], ["derive", "05"], ["doctor"],
    ["help"],
    ["prove", "05", "--only", "SGD.swift", "--sample", "1"],
    ["bench", "05", "--only", "feedback", "--rounds", "1"],
    ["batch", "Data/Submissions/one", "--exercise", "05", "--output", "reports"],
    ["batch", "Data/Submissions/one", "--exercise", "05", "--output", "shared", "--shard", "1/1"],
    ["merge", "shared"],
    ["check", "05", "--submission", "Data/Submissions/one/ann", "--batch", "shared"],
    ["similar", "Data/Submissions/one", "--exercise", "05", "--output", "reports"],
    ["export", "reports", "--format", "junit"], ["release", "students"],
    [
      "batch", "Data/Submissions/one", "--exercise", "05", "--output",
      "Exercises/05-NeuralNetworks",
    ],
  ]

  private func walk(_ copy: PackageCopy) throws {
    try FileManager.default.createDirectory(
      atPath: "\(copy.folder.path)/Data/Submissions/one/ann", withIntermediateDirectories: true)
    let before = try copy.contents(of: "Exercises")
    for words in Self.walk {
      _ = try GraderCommand(words, environment: ["GRADUS_SOLUTIONS": "0"], of: copy)
      let after = try copy.contents(of: "Exercises")
      for (path, data) in before {
        #expect(after[path] == data, "'grader \(words.joined(separator: " "))' changed \(path)")
      }
    }
  }

  @Test("No command changes them: half done, wrong, not compiling, with files of their own")
  func workIsKept() throws {
    let copy = try PackageCopy()
    let exercise = try Catalogue.exercise("05")
    let room = "Exercises/\(exercise.folder)"
    try copy.write(sample: "half-done", of: exercise)
    try copy.write("public struct Affine {", to: "\(room)/Affine.swift")
    try copy.write("let mine = 1\n", to: "\(room)/Mine.swift")
    try copy.write("import Tensors\n// seen\n", to: "\(room)/Layer.swift")
    try copy.remove("\(room)/SGD.swift")
    try walk(copy)
  }

  @Test("No command changes them: finished")
  func finishedWorkIsKept() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    try walk(copy)
    let check = try GraderCommand(
      ["check", "05"], environment: ["GRADUS_SOLUTIONS": "0"], of: copy)
    #expect(check.status == 0)
    let derive = try GraderCommand(["derive"], of: copy)
    #expect(derive.status == 2)
    #expect(derive.errors.contains("somebody has worked in"))
    #expect(derive.errors.contains("Exercises/05-NeuralNetworks/Affine.swift"))
  }

  @Test("A file of their own, one that is given and was changed, and one that is missing are named")
  func namesWhatDoesNotCount() throws {
    let copy = try PackageCopy()
    let exercise = try Catalogue.exercise("05")
    let room = "Exercises/\(exercise.folder)"
    try copy.write(sample: "reference", of: exercise)
    try copy.write("func mine() -> Int { 1 }\n", to: "\(room)/Mine.swift")
    try copy.write("public protocol Layer {}\n", to: "\(room)/Layer.swift")
    try copy.remove("\(room)/SGD.swift")
    let report = try GraderCommand(["check", "05", "--json"], of: copy).reports()[0]
    for file in ["Mine.swift is neither", "Layer.swift is given", "SGD.swift is missing"] {
      #expect(report.notes.contains { $0.hasPrefix(file) }, "\(report.notes)")
    }
    #expect(report.points == 95)
  }

  @Test("The walk goes through every command that there is")
  func everyCommand() throws {
    let help = try GraderCommand(["help"]).output
    let commands = help.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.1) }
    #expect(commands.count > 5)
    #expect(Set(commands).subtracting(Self.walk.compactMap(\.first)).isEmpty)
  }
}
