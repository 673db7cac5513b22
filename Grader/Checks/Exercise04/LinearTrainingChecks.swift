import Datasets
import Doorway
import Foundation
import Grading
import Tensors

let linearTrainingChecks = [
  Check(
    "04.training.regression",
    claim: "gradient descent on the squared error arrives where the closed form does",
    points: 2, buildsOn: ["04.mse.gradient", "04.descent.step", "04.standardized.like"],
    uses: ["04.solver.best"],
    hints: ["Does the error fall from epoch to epoch? Print the training loss of each."],
    limits: .training
  ) { exam in
    let houses = Housing(count: 400, seed: exam.word())
    let prices = (houses.prices / 100).reshaped(to: [-1, 1])
    let training = LinearTraining(
      .mse, x: houses.features, targets: prices, validationX: houses.features,
      validationTargets: prices, testX: houses.features, isStandardized: true, epochs: 300,
      learningRate: 0.3)
    let outcome = try exam.ask(.linearTraining, training)
    try exam.require(outcome.scores.shape == prices.shape)
    // Where the error has no slope, what is left over goes with no input, nor with the ones.
    let rest = outcome.scores - prices
    let inputs = houses.features - houses.features.mean(along: 0)
    let slopes = inputs.transposed().matmul(rest).scalars + [rest.sum()]
    let sizes = (inputs * inputs).sum(along: 0).scalars + [Double(prices.count)]
    let worst = zip(slopes, sizes).map { abs($0) / ($1 * (rest * rest).sum()).squareRoot() }.max()
    try exam.expectOutcome(
      worst ?? .nan < 1e-6, after: .linearTraining, training, tellingBy: training.short,
      "after \(training.epochs) epochs, what the predictions are off by still goes with the inputs "
        + "(a correlation of \(short(worst ?? .nan))): other weights have a lower squared error")
  },

  Check(
    "04.training.scaling",
    claim: "in as many epochs, the loss on standardised inputs falls far below that on raw ones",
    points: 2, buildsOn: ["04.bce.gradient", "04.descent.step", "04.standardized.like"],
    uses: ["04.solver.best"],
    hints: [
      "Does each column of the standardised samples have mean 0 and deviation 1? Print them."
    ],
    limits: .training
  ) { exam in
    let market = exam.market()
    func run(_ isStandardized: Bool) -> LinearTraining {
      market.training(
        testX: market.x, isStandardized: isStandardized, epochs: 100,
        learningRate: isStandardized ? 1 : 0.001)
    }
    func loss(_ training: LinearTraining) throws -> Double {
      let outcome: LinearOutcome = try exam.ask(.linearTraining, training)
      let scores = outcome.scores
      try exam.require(scores.shape == training.targets.shape)
      return zip(scores.scalars, training.targets.scalars).reduce(0) { sum, pair in
        sum + max(pair.0, 0) - pair.0 * pair.1 + log1p(exp(-abs(pair.0)))
      } / Double(scores.count)
    }
    let (scaled, raw) = (try loss(run(true)), try loss(run(false)))
    try exam.expectFigure(
      scaled < 0.6 * raw, after: .linearTraining, run(true), tellingBy: run(true).short,
      "after 100 epochs the loss is \(short(scaled)) on standardised inputs and \(short(raw)) on raw "
        + "ones")
  },

  Check(
    "04.training.housing",
    claim: "your classifier tells expensive houses from cheap: 85 % of those that it has not seen",
    points: 4, buildsOn: ["04.training.scaling", "04.solver.best"],
    hints: ["Two classes: an accuracy near 50 % is guessing. What are the weights in the end?"],
    limits: .training
  ) { exam in
    let market = exam.market()
    let training = market.training(
      testX: market.testX, isStandardized: true, epochs: 200, learningRate: 1)
    let outcome = try exam.ask(.linearTraining, training)
    let accuracy = try exam.accuracy(of: outcome.predictions, market.testLabels)
    try exam.expectFigure(
      accuracy >= 0.85, after: .linearTraining, training, tellingBy: training.short,
      "\(percent(accuracy)) of the houses that were kept back are told right, 85 % are asked for")
  },

  Check(
    "04.training.middle",
    claim: "of five classes in a row the softmax finds the rare one in the middle, one against the "
      + "rest does not",
    points: 2, buildsOn: ["04.softmax.gradient", "04.descent.step", "04.oneVsRest.classifiers"],
    uses: ["04.solver.best"],
    hints: ["How do the losses of the two trainings begin? The softmax's at log 5."],
    limits: .training
  ) { exam in
    let row = exam.fiveInARow()
    func predictions(_ rule: LinearTraining.Rule) throws -> [Int] {
      let outcome: LinearOutcome = try exam.ask(.linearTraining, row.training(rule))
      try exam.require(outcome.predictions.count == row.testLabels.count)
      return outcome.predictions
    }
    let (softmax, oneVsRest) = (try predictions(.softmax), try predictions(.oneVsRest))
    let found = (row.found(softmax, in: 2), row.found(oneVsRest, in: 2))
    let all = try exam.accuracy(of: softmax, row.testLabels)
    try exam.expectFigure(
      all >= 0.9 && found.0 > 0.7 && found.1 < 0.2, after: .linearTraining,
      row.training(.softmax), tellingBy: row.training(.softmax).short,
      "of the samples in the middle, the softmax finds \(percent(found.0)), one against the rest "
        + "\(percent(found.1)); of all samples, the softmax tells \(percent(all)) right")
  },
]

extension LinearTraining {
  /// What tells mistakes apart, before they have led anywhere.
  fileprivate var short: LinearTraining {
    var short = self
    short.epochs = 5
    return short
  }
}

extension Examination {
  /// The fraction of `labels` that was told right.
  fileprivate func accuracy(of predictions: [Int], _ labels: [Int]) throws -> Double {
    try require(predictions.count == labels.count)
    return Double(zip(predictions, labels).count { $0 == $1 }) / Double(labels.count)
  }
}
