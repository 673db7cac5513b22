import Datasets
import Doorway
import Grading
import Tensors

let ownChecks = [
  Check(
    "06.own.accuracy",
    claim: "your own network, with your own settings, recognises what the course asks for",
    points: 10, bonus: 5, uses: ["06.scheduled.rates"],
    hints: [
      "Run '\(Sentences.grader) train 06' and watch both losses: does the first fall, and does the second turn?",
      "Learn ten images by heart first. What does the network need for that, and what for the rest?",
    ],
    limits: .ownTraining
  ) { exam in
    let data = try exam.data
    let test = try data.test()
    let input = OwnNetworkInput(
      inputs: test.imageShape.reduce(1, *), classes: test.classNames.count, seed: exam.seed)
    let shapes = try exam.ask(.ownShapes, input).shapes
    let count = try OwnModel.checkCount(of: shapes)

    let run = Training(on: try data.source, OwnSettings("MyNetwork.swift", seed: exam.seed))
    let handedIn = try exam.handedInWeights(shapes, channels: test.imageShape[0])
    let weights = try handedIn ?? exam.trainedWeights(run)
    let trained = try OwnModel.checkCount(of: weights.parameters.map(\.shape))
    guard trained == count else { throw RefusedWork.changed(count: trained, expected: count) }

    // What counts are these numbers, and nothing that a process keeps besides.
    let subject = try exam.anotherSubject()
    _ = try subject.ask(.ownLoading, [weights], limits: exam.check.limits)
    let accuracy = try subject.accuracy(
      on: test, by: .ownPredictions, limits: exam.check.limits)
    if handedIn != nil, data.isReal {
      try exam.expectLearning(
        from: data, subject, by: .ownPredictions, test: accuracy, file: OwnModel.file)
    }
    try exam.expectAccuracy(
      accuracy, on: data, steps: Training06.steps(on: data), after: .ownTraining, run,
      tellingBy: Training(
        on: .synthetic(count: 600, seed: exam.seed),
        OwnSettings("MyNetwork.swift", epochs: 3, seed: exam.seed)))
  }
]

extension Limits {
  /// For a network of the student's own, which may take ten minutes of processor time.
  static let ownTraining = Limits(cpuSeconds: 600, longestSeconds: 3600)
}

extension Examination {
  /// The weights that were handed in, if they were trained on the set that is asked about.
  ///
  /// - Throws: `RefusedWork` where there is something that cannot be read as such.
  fileprivate func handedInWeights(_ shapes: [[Int]], channels: Int) throws -> OwnWeights? {
    guard let model else { return nil }
    let tensors = try model.tensors(of: OwnModel.file)
    let dataset = tensors.metadata[OwnModel.dataset]
    guard try dataset == nil || dataset == data.name else { return nil }
    return try OwnModel.weights(in: tensors, shapes: shapes, channels: channels)
  }
}

extension Examination {
  fileprivate func trainedWeights(_ run: Training<OwnSettings>) throws -> OwnWeights {
    _ = try ask(.ownTraining, run)
    return try ask(.ownWeights, NoInput())
  }
}
