import Doorway
import Tensors

/// Small runs, in which nothing depends on the order of the samples: one sample, one batch of two, and
/// batches of a sample that is there several times.
extension LoopContract {
  /// Has the first of the small runs found that goes wrong, should it come to that; and has the right
  /// answers recorded where answers are. With a network that is wrong itself there is none: what went wrong
  /// would be the network's.
  func offerSmall(_ call: LoopRun.Call, _ exam: Examination) throws {
    guard !small.isEmpty, exam.explains || exam.oracle.isRecording else { return }
    let runs = call == .epochs ? smallEpochs : smallTrainings
    try exam.offer(question, small: runs) { trace in trace.smallParts(of: call) }
    let network = LayerRun(
      runs.flatMap { run in
        run.script.map { input($0, run.samples, run.labels, run.regularization) }
      }, waysBack: [WayBack(0, upstream: [])])
    let right = try exam.reference(loss, network).parts
    let follow = exam.smallExample
    exam.smallExample = { exam in
      let own = try exam.askAfresh(loss, network).parts
      let isRight =
        own.count == right.count
        && zip(own, right).allSatisfy { Difference.between($0, $1.value, .value) == nil }
      return isRight ? try follow(exam) : nil
    }
  }

  private var smallEpochs: [LoopRun] {
    let (one, other) = (SmallCases.tensor([1, 1]), SmallCases.tensor([1, 1], from: 1))
    let samples: [(x: [Tensor], labels: [Int], batchSize: Int, epochs: Int)] = [
      ([one], [0], 1, 1), ([one, other], [0, 1], 2, 1), ([one, one, one], [0, 0, 0], 2, 1),
      ([one, one], [1, 1], 1, 2),
    ]
    return samples.map { x, labels, batchSize, epochs in
      let steps = epochs * ((labels.count + batchSize - 1) / batchSize)
      return LoopRun(
        .epochs, samples: Tensor(concatenating: x, along: 0), labels: labels,
        validationSamples: one, validationLabels: [0],
        script: (0...steps).map { step in
          small.enumerated().map { 0.5 * SmallCases.tensor($1, from: 2 * step + 3 * $0) }
        },
        regularization: 0, batchSize: batchSize, epochs: epochs, patience: .max, seed: 1)
    }
  }

  /// One sample, on which it is validated as well: the larger the first weight, the lower its loss.
  private var smallTrainings: [LoopRun] {
    let courses: [(sizes: [Double], epochs: Int, patience: Int)] = [
      ([1], 1, 9), ([1, 0.5], 2, 9), ([1, 0.5, 2], 3, 1), ([1, 0.5, -1, 2], 4, 2),
      // No lower than the best, though lower than the one before; as low; and lower in between.
      ([1, -1, 0.5, 2], 4, 2), ([1, 1, 1, 2], 4, 2), ([1, 0.5, 2, 1, 0.5, 3], 6, 2),
    ]
    return courses.map { sizes, epochs, patience in
      let x = Tensor(ones: [1, 1])
      return LoopRun(
        .training, samples: x, labels: [0], validationSamples: x, validationLabels: [0],
        script: ([0] + sizes).map { size in
          small.map { shape in
            // Of the weights alone: there is nothing to see of a bias that they do not show.
            shape.count == 1
              ? Tensor(zeros: shape)
              : Tensor(
                shape: shape,
                scalars: (0..<shape.reduce(1, *)).map { $0 == 0 ? size : 0 - size })
          }
        },
        regularization: 0, batchSize: 1, epochs: epochs, patience: patience, seed: 1)
    }
  }
}

extension LoopTrace {
  /// What of a small run is followed by hand, in as many parts however many steps were made.
  fileprivate func smallParts(of call: LoopRun.Call) -> [Part] {
    switch call {
    case .epochs:
      let rows = steps.map { $0.gradients.flatMap(\.scalars) }
      let width = rows.first?.count ?? 0
      let isEven = rows.allSatisfy { $0.count == width }
      return [
        Part("the number of steps", Tensor(Double(steps.count))),
        Part(
          "the loss that each epoch returned",
          Tensor(shape: [history.count], scalars: history.map(\.trainingLoss))),
        Part(
          "the gradients of the steps, a row each",
          Tensor(
            shape: isEven ? [rows.count, width] : [rows.joined().count],
            scalars: Array(rows.joined()))),
      ]
    case .training:
      return [
        Part(
          "the history, a row an epoch: training loss, validation loss, validation accuracy",
          Tensor(
            shape: [history.count, 3],
            scalars: history.flatMap {
              [$0.trainingLoss, $0.validationLoss, $0.validationAccuracy]
            }))
      ] + parameters.map { Part("the parameters in the end", $0) }
    }
  }
}

extension LoopRun: Shown {
  public var shown: [Part] {
    let rows = script.map { $0.flatMap(\.scalars) }
    return [
      Part("the samples", samples), Part("their labels", labels: labels),
      Part(
        "the parameters at first and after each step, a row each: weights, then bias",
        Tensor(shape: [rows.count, rows.first?.count ?? 0], scalars: Array(rows.joined()))),
    ]
  }
}
