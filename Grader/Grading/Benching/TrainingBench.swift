/// Epochs of the reference of an exercise, where it trains.
public struct TrainingBench {
  private let training: any TrainingPlan
  private let workshop: Workshop
  private let rounds: Rounds

  /// The bench of `exercise`; nil where it trains nothing.
  public init?(
    _ exercise: Exercise, installation: Installation, rounds: Int
  ) throws(GraderError) {
    guard let training = exercise.training else { return nil }
    self.training = training
    workshop = try Workshop(exercise, installation: installation)
    self.rounds = Rounds(count: rounds)
  }

  public func rows() throws -> [BenchRow] {
    try training.benchRows(workshop: workshop, rounds: rounds)
  }
}
