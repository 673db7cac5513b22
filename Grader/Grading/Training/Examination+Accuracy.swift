import Doorway

extension Examination {
  /// Trains a network as `training` says, and expects of it the accuracy on the test images that is
  /// asked for, counted here.
  ///
  /// - Parameter probe: A shorter run, by which known mistakes are told.
  public func expectAccuracy<Exercise: ExerciseTraining>(
    _ training: Exercise, tellingBy probe: Training<Exercise.Settings>
  ) throws {
    let data = try data
    let run = Training(on: try data.source, training.settings(for: data, seed: seed))
    _ = try ask(training.trains, run)
    let accuracy = try subject.accuracy(
      on: try data.test(), by: training.predicts, limits: check.limits)
    let threshold = training.threshold(on: data)
    try expectFigure(
      accuracy >= threshold, after: training.trains, run, tellingBy: probe,
      "\(data.name): \(percent(accuracy)) of the test images are recognised, "
        + "\(percent(threshold)) are asked for")
  }
}
