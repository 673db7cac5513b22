import Doorway
import Grading

extension Examination {
  /// The labels of the images to test on are known to the world. A network that was trained on those
  /// knows them better than others, and one that was trained as it should does not: the difference
  /// that is let pass is seven deviations of the two accuracies.
  func expectLearning(
    from data: TrainingData, _ subject: any Subject,
    by question: Question<UnlabeledImages, Predictions>, test: Double, file: ModelFile
  ) throws {
    let images = try data.training()
    let training = try subject.accuracy(
      on: images.subset(Array(0..<min(5000, images.count))), by: question, limits: check.limits)
    guard test <= training + 0.06 else {
      throw RefusedWork.learntTheTest(file: file.name, test: test, training: training)
    }
  }
}
