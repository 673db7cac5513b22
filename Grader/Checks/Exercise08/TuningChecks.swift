import Datasets
import Doorway
import Grading
import Tensors

let tuningCheck = Check(
  "08.transfer.trained",
  claim: "your classifier learns a few labelled images by heart, in all its layers",
  points: 2, buildsOn: ["08.transfer.classifier"],
  hints: [
    "Ten epochs of five batches are fifty steps. Is that enough?",
    "A solver trains its own network. Which one do you return?",
  ], limits: .training
) { exam in
  let images = SyntheticDigits.training(count: 250, seed: exam.seed)
  let sizes = [784, 24, 10]
  let parameters = zip(sizes, sizes.dropFirst()).flatMap { inputs, outputs in
    [
      (2 / Double(inputs)).squareRoot() * exam.normal([inputs, outputs]), Tensor(zeros: [outputs]),
    ]
  }
  func input(_ range: Range<Int>) -> TuningInput {
    TuningInput(
      parameters, images: images.pixels(in: range).reshaped(to: [range.count, -1]),
      labels: Array(images.labels[range]), seed: exam.seed)
  }
  let first = input(0..<30)
  try exam.expectLearnt(first, tellingBy: first)
  // After these come others in the same shape.
  var second = input(30..<60)
  second.before = first.images
  var short = second
  short.epochs = 3
  try exam.expectLearnt(second, tellingBy: short)
  try exam.expectEpochs(of: input(0..<250), tellingBy: short)
}

extension Examination {
  /// The images of `input` are learnt by heart, and no layer's weights stay as they were.
  fileprivate func expectLearnt(_ input: TuningInput, tellingBy probe: TuningInput) throws {
    let seen = try ask(.tuned, input).parameters.tensors
    let shapes = seen.map(\.shape)
    try expect(
      shapes == input.parameters.map(\.shape), "the parameters came back in the shapes \(shapes)")
    let hidden = max(input.images.matmul(seen[0]) + seen[1], 0)
    let found = (hidden.matmul(seen[2]) + seen[3]).argmax(along: 1)
    let right = zip(found, input.labels).count { $0 == $1 }
    try expectOutcome(
      right >= 27, after: .tuned, input, tellingBy: probe,
      "of 30 images that it was trained on the network recognises \(right), 27 are asked for"
        + (input.before == nil ? "" : "; a training on 30 others came before"))
    for place in [0, 2] {
      try expectOutcome(
        isMoved(seen[place], from: input.parameters[place]), after: .tuned, input,
        tellingBy: probe,
        "the weights of layer \(place / 2 + 1) are as they were before the training")
    }
  }

  /// An epoch moves the weights, and another one moves them again. There are so many images that an epoch
  /// has more than one batch: the first may be of a rate of 0.
  fileprivate func expectEpochs(of input: TuningInput, tellingBy probe: TuningInput) throws {
    func weights(after epochs: Int) throws -> Tensor {
      var input = input
      input.epochs = epochs
      let seen = try ask(.tuned, input).parameters.tensors
      try require(seen.map(\.shape) == input.parameters.map(\.shape))
      return seen[2]
    }
    let (one, two) = (try weights(after: 1), try weights(after: 2))
    try expectOutcome(
      isMoved(one, from: input.parameters[2]), after: .tuned, input, tellingBy: probe,
      "with trainingEpochs = 1 the weights of layer 2 are as they were before the training")
    try expectOutcome(
      isMoved(two, from: one), after: .tuned, input, tellingBy: probe,
      "the weights of layer 2 are the same with trainingEpochs = 2 as with 1")
  }

  private func isMoved(_ weights: Tensor, from start: Tensor) -> Bool {
    weights.converted(to: .float32) != start.converted(to: .float32)
  }
}
