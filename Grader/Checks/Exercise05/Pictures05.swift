import Doorway
import Grading

/// What there is to be seen of exercise 05.
let pictures05 = PicturePlan([
  .sampleImages(), .meanImages(), .curves, .firstLayer(),
  .predictions(by: .networkLogits) { sources, subject in
    let weights = try OwnModel.weights(in: sources.model())
    _ = try subject.ask(.networkLoading, [weights], limits: .training)
  },
]) { subject in
  let settings = Settings05(
    validationImages: 0, hidden: [2], weightDeviation: 0.01, rule: .momentum, learningRate: 1e-3,
    batchSize: 2, epochs: 1, patience: 1, seed: 0)
  _ = try subject.ask(
    .networkTraining, [Training(on: .synthetic(count: 4, seed: 0), settings)], limits: .training)
}
