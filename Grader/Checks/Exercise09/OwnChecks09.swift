import Datasets
import Doorway
import Foundation
import Grading
import Tensors

private let smallFound = SmallCases.shapes.map {
  FoundAndRight(SmallCases.tensor($0), SmallCases.tensor($0, from: 2))
}

private let squares = LayerContract(
  .squaredError, forward: "MeanSquaredError.forward", backward: "MeanSquaredError.backward",
  small: smallFound
) { exam in
  let n = exam.counts(2, in: 2...5)
  return [[n[0], 4], [1, 3], [n[1], 1], [1, 1], [3, 3]].map {
    FoundAndRight(exam.normal($0), exam.normal($0))
  }
}

let squaresChecks = [
  squares.check(
    "09.squares.both", .both, points: 2,
    claim: "the loss is the mean of all N · D squares, and its gradient 2 · (y - t) / (N · D)",
    hints: ["Divided by N alone it would be D times as large."]
  ) { exam in
    [
      FoundAndRight(exam.normal([2, 3], deviation: 300), exam.normal([2, 3])), exam.near([2, 4]),
      exam.wide([3, 2]),
    ]
  },
  FunctionContract(.keypointScore, small: smallFound) { exam in
    [[3, 4], [1, 2], [2, 10]].map { FoundAndRight(exam.normal($0), exam.normal($0)) }
  }.check(
    "09.keypoints.score", points: 1, claim: "the score is 1 / (2 · loss)",
    uses: ["09.squares.both"], hints: ["A loss of 0.005 has the score 100."]
  ) { exam in [exam.near([3, 2]), exam.wide([3, 4])] },
]

extension Examination {
  /// What is found so well that the score is some 10¹¹. All is small, so that no way of adding up squares
  /// costs digits.
  fileprivate func near(_ shape: [Int]) -> FoundAndRight {
    FoundAndRight(normal(shape, deviation: 1e-6), normal(shape, deviation: 1e-6))
  }

  /// Coordinates in pixels of a large image.
  fileprivate func wide(_ shape: [Int]) -> FoundAndRight {
    FoundAndRight(normal(shape, deviation: 60), normal(shape, deviation: 90))
  }
}

let keypointChecks = [
  Check(
    "09.keypoints.own",
    claim: "your network finds the keypoints of faces that it has not seen, with a score of 100",
    points: 5, uses: ["09.squares.both"],
    hints: [
      "What does the loss do from epoch to epoch? If it jumps, the learning rate is too high.",
      "An average over the whole image forgets where something was.",
    ],
    limits: .keypointTraining
  ) { exam in
    let training = KeypointTraining(count: 1500, seed: exam.seed)
    _ = try exam.ask(.keypointTraining, training)
    // No subject can foretell these: the seed of the check it knows.
    let faces = SyntheticFaces.test(count: 300, seed: exam.generator.next())
    let found = try exam.ask(.keypoints, faces.images.asked).converted(to: .float64)
    try exam.expect(
      found.shape == faces.keypoints.shape,
      "the keypoints have shape \(found.shape), expected \(faces.keypoints.shape)")
    let error = found - faces.keypoints
    let score = 1 / (2 * (error * error).mean())
    try exam.expectFigure(
      score >= 100, after: .keypointTraining, training,
      tellingBy: KeypointTraining(count: 32, seed: exam.seed),
      "the score on 300 new faces is \((score * 10).rounded() / 10), 100 is asked for")
  }
]

let convNetChecks = [
  Check(
    "09.own.accuracy",
    claim: "your convolutional network recognises what the course asks for",
    points: 8, bonus: 5,
    hints: [
      "Run '\(Sentences.grader) train 09' and watch both losses: does the first fall, and does the second turn?",
      "Batch normalisation behind each convolution lets the learning rate be ten times as high.",
    ],
    limits: .convNetTraining
  ) { exam in
    let data = try exam.data
    let test = try data.test()
    let shapes = try exam.ask(
      .convNetShapes,
      ConvNetInput(image: test.imageShape, classes: test.classNames.count, seed: exam.seed))
    let count = try OwnModel.checkCount(of: shapes.parameters + shapes.statistics)

    let run = Training(on: try data.source, OwnSettings("MyConvNet.swift", seed: exam.seed))
    let handedIn = try exam.handedInConvNet(shapes, of: test)
    let weights = try handedIn ?? exam.trainedConvNet(run)
    let trained = try OwnModel.checkCount(
      of: (weights.parameters + weights.statistics).map(\.shape))
    guard trained == count else { throw RefusedWork.changed(count: trained, expected: count) }

    // What counts are these numbers, and nothing that a process keeps besides.
    let subject = try exam.anotherSubject()
    _ = try subject.ask(.convNetLoading, [weights], limits: exam.check.limits)
    let accuracy = try subject.accuracy(
      on: test, by: .convNetPredictions, limits: exam.check.limits)
    if handedIn != nil, data.isReal {
      try exam.expectLearning(
        from: data, subject, by: .convNetPredictions, test: accuracy, file: ConvNetModel.file)
    }
    try exam.expectAccuracy(
      accuracy, on: data, steps: Training09.steps(on: data), after: .convNetTraining, run,
      tellingBy: Training(
        on: .synthetic(count: 300, seed: exam.seed),
        OwnSettings("MyConvNet.swift", epochs: 1, seed: exam.seed)))
  }
]

extension Limits {
  static let keypointTraining = Limits(cpuSeconds: 120, longestSeconds: 900)

  /// For a network of the student's own, which may take twenty minutes of processor time.
  static let convNetTraining = Limits(cpuSeconds: 1200, longestSeconds: 3600)
}

extension Examination {
  fileprivate func trainedConvNet(_ run: Training<OwnSettings>) throws -> ConvNetWeights {
    _ = try ask(.convNetTraining, run)
    return try ask(.convNetWeights, NoInput())
  }

  /// The weights that were handed in, if they were trained on the set that is asked about.
  fileprivate func handedInConvNet(
    _ shapes: ConvNetShapes, of images: LabeledImages
  ) throws -> ConvNetWeights? {
    guard let model else { return nil }
    let tensors = try model.tensors(of: ConvNetModel.file)
    let dataset = tensors.metadata[OwnModel.dataset]
    guard try dataset == nil || dataset == data.name else { return nil }
    return try ConvNetModel.weights(
      in: tensors, shapes: shapes, image: images.imageShape, classes: images.classNames.count)
  }
}
