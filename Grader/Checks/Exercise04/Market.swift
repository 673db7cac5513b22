import Datasets
import Doorway
import Grading
import Tensors

/// Cheap and expensive houses: three fifths to train on, a fifth to validate, a fifth to test, as in the
/// original course. The test labels stay here.
struct Market {
  let x: Tensor
  let targets: Tensor
  let validationX: Tensor
  let validationTargets: Tensor
  let testX: Tensor
  let testLabels: [Int]

  init(seed: UInt64) {
    let (features, labels) = Housing(count: 2500, seed: seed).cheapAndDear()
    let (training, validation) = (labels.count * 3 / 5, labels.count * 4 / 5)
    let targets = Tensor(labels).reshaped(to: [-1, 1])
    x = features[..<training]
    validationX = features[training..<validation]
    testX = features[validation...]
    self.targets = targets[..<training]
    validationTargets = targets[training..<validation]
    testLabels = Array(labels[validation...])
  }

  func training(
    testX: Tensor, isStandardized: Bool, epochs: Int, learningRate: Double
  ) -> LinearTraining {
    LinearTraining(
      .bce, x: x, targets: targets, validationX: validationX, validationTargets: validationTargets,
      testX: testX, isStandardized: isStandardized, epochs: epochs, learningRate: learningRate)
  }
}

/// Five classes in a row, of which that in the middle is rare among the samples to train on.
struct FiveInARow {
  let x: Tensor
  let targets: Tensor
  let testX: Tensor
  let testLabels: [Int]

  func training(_ rule: LinearTraining.Rule) -> LinearTraining {
    LinearTraining(
      rule, x: x, targets: targets, validationX: x, validationTargets: targets, testX: testX,
      isStandardized: true, epochs: 2000, learningRate: 2)
  }

  /// The fraction of the test samples of a class that `predictions` find.
  func found(_ predictions: [Int], in label: Int) -> Double {
    let own = testLabels.indices.filter { testLabels[$0] == label }
    return Double(own.count { predictions[$0] == label }) / Double(own.count)
  }
}

extension Examination {
  /// A word from the stream of the check, for sets that are made by code.
  func word() -> UInt64 { UInt64.random(in: 0 ... .max, using: &generator) }

  func market() -> Market { Market(seed: word()) }

  func fiveInARow() -> FiveInARow {
    let counts = [60, 60, 20, 60, 60]
    let labels = counts.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    let direction = awayFromZero([2])
    let step = direction / (direction * direction).sum().squareRoot()
    func samples(_ labels: [Int]) -> Tensor {
      let places = Tensor(labels).reshaped(to: [-1, 1]) - 2
      return places * step + normal([labels.count, 2], deviation: 0.12)
    }
    let testLabels = (0..<500).map { $0 % 5 }
    return FiveInARow(
      x: samples(labels), targets: Tensor(oneHot: labels, count: 5), testX: samples(testLabels),
      testLabels: testLabels)
  }
}
