import Doorway
import Grading
import Testing

@Suite("The line on an epoch")
struct TrainingScreenTests {
  @Test("has a bar of the validation accuracy")
  func bar() {
    let line = Screen.epoch(
      TrainingProgress(
        epoch: 3, epochs: 12, trainingLoss: 1.5, validation: .init(loss: 1.25, accuracy: 0.5)))
    #expect(line.hasPrefix("epoch  3/12  training loss 1.5000  validation loss 1.2500  █"))
    #expect(line.count { $0 == "█" } == 20 && line.count { $0 == "░" } == 20)
    #expect(line.hasSuffix(" 50.0 %"))
  }

  @Test("says nothing of a validation where there is none")
  func without() {
    #expect(
      Screen.epoch(TrainingProgress(epoch: 8, epochs: 8, trainingLoss: 0.5))
        == "epoch  8/8  training loss 0.5000")
  }

  @Test(
    "is whole whatever student code has computed",
    arguments: [Double.nan, .infinity, -.infinity, -3, 1e300])
  func anything(accuracy: Double) {
    let line = Screen.epoch(
      TrainingProgress(
        epoch: 1, epochs: 1, trainingLoss: .nan, validation: .init(loss: .nan, accuracy: accuracy)))
    #expect(line.count { $0 == "█" || $0 == "░" } == 40)
  }

  @Test("A single epoch is one, here and in what is said of a student's own settings")
  func single() {
    #expect(countOfEpochs(1) == "1 epoch" && countOfEpochs(3) == "3 epochs")
    #expect(
      OwnSettings("MyNet.swift", epochs: 1, seed: 7).summary
        == "as MyNet.swift says, but 1 epoch, seed 7")
    #expect(OwnSettings("MyNet.swift", seed: 7).summary == "as MyNet.swift says, seed 7")
  }
}
