import Checks
import Doorway
import Foundation
import Grading
import Testing

@Suite("Trainings that somebody watches")
struct WatchedTrainingTests {
  private struct Watched {
    var began: [String] = []
    var lines: [String] = []
    var sentence = ""
    var json = ""
  }

  /// What `grader train` prints of the solution's training.
  private func watch(_ number: String, epochs: Int?) throws -> Watched {
    let exercise = try Catalogue.exercise(number)
    let training = try #require(exercise.training)
    let workshop = try Kept.workshop(of: exercise)
    var watched = Watched()
    let result = try training.run(
      try workshop.subject(.reference, .longTraining), on: .synthetic(seed: 1), seed: 5,
      epochs: epochs, exercise: number, began: { watched.began.append($0) },
      epochDone: { watched.lines.append(Screen.epoch($0)) })
    watched.sentence = result.sentence
    watched.json = String(decoding: try result.json(), as: UTF8.self)
    return watched
  }

  @Test(
    "Scenes are learnt for as many epochs as are asked for, and the classes told by how hard they are"
  )
  func scenes() throws {
    let watched = try watch("10", epochs: 2)
    #expect(watched.began == ["1200 scenes, as MySegmentationNet.swift says, seed 5"])
    #expect(
      watched.lines.map { $0.prefix(26) } == [
        "epoch  1/2  training loss ", "epoch  2/2  training loss ",
      ])
    let hardest = try #require(
      watched.sentence.firstMatch(
        of: /the hardest first: (?:[a-z]+ (0\.\d\d)(?:, )?)+\./))
    #expect(
      hardest.0.matches(of: /0\.\d\d/).map { String($0.0) }.sorted()
        == hardest.0.matches(of: /0\.\d\d/).map { String($0.0) })
    for name in ["ground", "disk", "square", "triangle", "ring", "cross"] {
      #expect(watched.sentence.contains("\(name) 0."))
      #expect(watched.json.contains("\"\(name)\""))
    }
    #expect(watched.sentence.contains("% of the pixels of 300 new scenes named rightly"))
  }

  @Test("Adding is learnt in steps, and sums that are longer than any before are asked for, too")
  func additions() throws {
    let watched = try watch("12", epochs: nil)
    #expect(watched.began == ["1200 steps of 128 additions, seed 5"])
    #expect(watched.lines.count == 24)
    #expect(watched.lines.first?.hasPrefix("step   50/1200  training loss ") == true)
    #expect(watched.sentence.contains(/1 digit +(9\d|100)\.\d %/))
    #expect(watched.sentence.contains(/2 digits +(9\d|100)\.\d %/))
    // A sum as it is read, though it is written from its last digit on.
    let wrong = try #require(
      watched.sentence.firstMatch(of: /(\d{3})\+(\d{3}) = (\d+), and not \d*/))
    let (a, b, sum) = (Int(wrong.1), Int(wrong.2), Int(wrong.3))
    #expect(sum == (a ?? 0) + (b ?? 0))
  }
}
