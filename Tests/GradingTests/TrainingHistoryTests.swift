import Doorway
import Foundation
import Testing

@testable import Grading

@Suite("What is kept of a training")
struct TrainingHistoryTests {
  private static func history(_ losses: [Double], seed: UInt64 = .max) -> TrainingHistory {
    var history = TrainingHistory(dataset: "a set, \"made\"", seed: seed)
    for (i, loss) in losses.enumerated() {
      history.append(
        TrainingProgress(
          epoch: i + 1, epochs: losses.count, trainingLoss: loss,
          validation: .init(loss: loss / 3, accuracy: 0.5)))
    }
    return history
  }

  @Test(
    "Numbers have points, a seed is text, and what is no number is an empty cell with a word on it")
  func cells() {
    let lines = Self.history([0.125, .infinity]).csv.split(separator: "\n")
    #expect(
      lines[0]
        == "training,epoch,epochs,training_loss,validation_loss,validation_accuracy,diverged,dataset,seed"
    )
    #expect(
      lines[1]
        == "1,1,2,0.125,0.041666666666666664,0.5,0,\"a set, \"\"made\"\"\",seed 18446744073709551615"
    )
    #expect(lines[2] == "1,2,2,,,0.5,1,\"a set, \"\"made\"\"\",seed 18446744073709551615")
  }

  @Test("What was written is read back, and a number that is none as one that is none")
  func comesBack() throws {
    let folder = try ScratchFolder()
    let written = Self.history([2.5, 1e-7, 0.1])
    try written.save(in: folder.path)
    #expect(TrainingHistory.kept(in: folder.path) == written)

    try Self.history([.nan]).save(in: folder.path)
    let read = try #require(TrainingHistory.kept(in: folder.path)?.epochs.first?.progress)
    #expect(read.trainingLoss.isNaN && read.validation?.loss.isNaN == true)
    #expect(read.validation?.accuracy == 0.5)
  }

  @Test(
    "An epoch that is not behind the last begins another training; without validation there is none"
  )
  func severalTrainings() throws {
    var history = TrainingHistory(dataset: "digits", seed: 1)
    for epoch in [1, 2, 1, 2] {
      history.append(TrainingProgress(epoch: epoch, epochs: 2, trainingLoss: 1))
    }
    let read = try #require(TrainingHistory(csv: Data(history.csv.utf8)))
    #expect(read == history)
    #expect(read.epochs.map(\.training) == [1, 1, 2, 2])
    #expect(read.epochs.allSatisfy { $0.progress.validation == nil })
  }

  @Test(
    "What is no such file is none",
    arguments: [
      "", "a,b\n1,2\n", "training,epoch\n", "\u{0}\u{1}", String(repeating: "x,", count: 999),
    ])
  func others(text: String) {
    #expect(TrainingHistory(csv: Data(text.utf8)) == nil)
  }

  @Test(
    "A search is kept with a column for each setting, and comes back; what diverged has no loss")
  func search() throws {
    let log = SearchLog([
      .init(settings: ["rate": 0.001, "hidden": 64], losses: [2, 1.5]),
      .init(settings: ["rate": 0.1], losses: [.nan]),
    ])
    let search = KeptSearch(log, dataset: "digits", seed: 7)
    #expect(
      search.csv == """
        trial,epochs,lowest_validation_loss,diverged,dataset,seed,hidden,rate
        1,2,1.5,0,digits,seed 7,64.0,0.001
        2,1,,1,digits,seed 7,,0.1

        """)
    let folder = try ScratchFolder()
    try search.save(in: folder.path)
    #expect(KeptSearch.kept(in: folder.path) == search)
    #expect(KeptSearch(csv: Data("trial,epochs\n1,2\n".utf8)) == nil)
  }
}
