import Doorway
import Grading

extension Examination {
  /// Expects that a training has come to the first of `steps`, the accuracies on the test images that give
  /// something, and awards what the last of them that it has come to gives on top.
  ///
  /// - Parameter ending: How the sentence on what is recognised ends, if by anything.
  func expectAccuracy<Input, Reply>(
    _ accuracy: Double, on data: TrainingData, steps: [(accuracy: Double, bonus: Int)],
    ending: String = "", after question: Question<Input, Reply>, _ input: Input,
    tellingBy probe: Input
  ) throws {
    let reached = "\(data.name): \(percent(accuracy)) of the test images are recognised\(ending)"
    try expectFigure(
      accuracy >= steps[0].accuracy, after: question, input, tellingBy: probe,
      "\(reached), \(percent(steps[0].accuracy)) are asked for")
    if let step = steps.last(where: { accuracy >= $0.accuracy }), step.bonus > 0 {
      award(step.bonus, "\(reached): \(step.bonus) points more.")
    }
  }

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
