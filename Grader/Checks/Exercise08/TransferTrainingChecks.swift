import Datasets
import Doorway
import Foundation
import Grading
import Tensors

let transferTrainingChecks = [
  Check(
    "08.transfer.classifier",
    claim:
      "the classifier is the encoder, as it has become, with a new layer for the classes behind it",
    points: 3,
    hints: [
      "How many layers does the encoder have, and which come first in the network?",
      "The new layer goes from the code to the classes. Its weights are drawn as He draws them.",
    ], examine: examineClassifier),

  Check(
    "08.transfer.pretrained",
    claim: "your autoencoder learns to say images again, better than their mean does",
    points: 3, buildsOn: ["08.autoencoder.new", "08.autoencoder.gradient"],
    hints: [
      "Print the loss of each epoch. Does it fall?",
      "Which network does the optimizer move: the one that you return, or a copy?",
    ], limits: .training, examine: examinePretraining),

  tuningCheck,
]

private func examineClassifier(_ exam: Examination) throws {
  for (sizes, classes) in [([12, 9, 40], 10), ([6, 30], 12), ([5, 4, 3, 40], 9)] {
    let all = Array(sizes.dropLast()) + sizes.reversed()
    let parameters = zip(all, all.dropFirst()).flatMap { inputs, outputs in
      [exam.normal([inputs, outputs]), exam.normal([outputs])]
    }
    let question = HeadInput(parameters, classes: classes, seed: exam.seed)
    let answer = try exam.ask(.classifier, question)
    exam.note(answer, of: .classifier, question)
    let seen = answer.tensors
    let latent = sizes[sizes.count - 1]
    let kept = Array(parameters.prefix(2 * (sizes.count - 1)))
    let expected = kept.map(\.shape) + [[latent, classes], [classes]]
    try exam.expect(
      seen.map(\.shape) == expected,
      "an autoencoder \(all) gave a classifier with parameters of the shapes \(seen.map(\.shape)), "
        + "expected \(expected)")
    try exam.expect(
      zip(seen, kept).allSatisfy { $0 == $1 }, "the encoder's parameters are not as they were")
    try exam.expect(
      abs(seen[seen.count - 1]).max() == 0, "the bias of the new layer is not 0")
    let other = HeadInput(parameters, classes: classes, seed: exam.seed &+ 1)
    try exam.expect(
      try exam.ask(.classifier, other).tensors[seen.count - 2] != seen[seen.count - 2],
      "another generator gave the new layer the same weights")
    try exam.expectNormal(
      seen[seen.count - 2], deviation: (2 / Double(latent)).squareRoot(),
      named: "the weights of the new layer \([latent, classes])")
  }
}

private func examinePretraining(_ exam: Examination) throws {
  let images = SyntheticDigits.training(count: 1500, seed: exam.seed)
  let question = PretrainingInput(images.asked, seed: exam.seed)
  let answer = try exam.ask(.pretrained, question)
  let parameters = answer.parameters.tensors
  let pixels = images.pixels(in: 0..<images.count).reshaped(to: [images.count, -1])
    .converted(to: .float64)
  try exam.expect(
    Tensor.isAutoencoder(parameters, inputs: pixels.shape[1]),
    "the parameters have the shapes \(parameters.map(\.shape)), which are no autoencoder's")
  let loss = pixels.errorOfReconstruction(by: parameters)
  let centered = pixels - pixels.mean(along: 0)
  let variance = (centered * centered).mean()
  try exam.expectFigure(
    loss < 0.8 * variance, after: .pretrained, question, tellingBy: exam.smallPretraining(),
    "the mean squared error of the reconstructions is \(short(loss)); that of the mean image is "
      + "\(short(variance)), of which 80 % may be left")
  let small = exam.smallPretraining()
  let (one, other) = (try exam.ask(.pretrained, small), try exam.ask(.pretrained, small))
  exam.note(one, of: .pretrained, small, .shortRun)
  try exam.expect(
    !one.losses.isEmpty, "epochDone was not called: no loss was told of any epoch")
  try exam.expect(
    one.parameters.tensors == other.parameters.tensors,
    "the same generator gave another autoencoder the second time")
  try exam.expectMean(answer, of: pixels)
  try examineSettings(exam)
  try examineEpoch(exam)
}

/// Images in color, whose size nobody has expected, and settings that are none of the student's.
private func examineSettings(_ exam: Examination) throws {
  let images = SyntheticCIFAR10.training(count: 40, seed: exam.seed)
  // So many that not all of a layer are dead.
  let hidden = [exam.count(in: 24...30), exam.count(in: 32...36), exam.count(in: 20...23)]
  func trained(_ epochs: Int, seed: UInt64) throws -> PretrainedNet {
    try exam.ask(
      .pretrained, PretrainingInput(images.asked, seed: seed, hidden: hidden, epochs: epochs))
  }
  let (short, long) = (try trained(2, seed: exam.seed), try trained(5, seed: exam.seed))
  // So few that an epoch is one batch.
  let few = images.subset([0, 1, 2])
  let single = try exam.ask(
    .pretrained, PretrainingInput(few.asked, seed: exam.seed, hidden: hidden, epochs: 12))
  let narrowing = [images.imageShape.reduce(1, *)] + hidden
  let widths = narrowing + narrowing.dropLast().reversed()
  let expected = zip(widths, widths.dropFirst()).flatMap { [[$0, $1], [$1]] }
  let shapes = short.parameters.tensors.map(\.shape)
  try exam.expect(
    shapes == expected,
    "with hidden = \(hidden), images \(images.imageShape) gave an autoencoder with parameters of the "
      + "shapes \(shapes), expected \(expected)")
  for (net, epochs) in [(short, 2), (long, 5), (single, 12)] {
    try exam.expect(
      net.losses.count == epochs,
      "with pretrainingEpochs = \(epochs), epochDone was called \(net.losses.count) times")
    try exam.expect(
      net.losses.allSatisfy { $0.isFinite && $0 > 0 },
      "epochDone was given the losses \(net.losses), which no mean of squared errors can be")
  }
  try exam.expectMean(
    single,
    of: few.pixels(in: 0..<few.count).reshaped(to: [few.count, -1]).converted(to: .float64))
  for i in stride(from: 0, to: expected.count, by: 2) {
    try exam.expect(
      short.parameters.tensors[i] != long.parameters.tensors[i],
      "the weights of layer \(i / 2 + 1) are the same after 5 epochs as after 2")
  }
  try exam.expect(
    try trained(2, seed: exam.seed &+ 1).parameters.tensors != short.parameters.tensors,
    "another generator gave the same autoencoder")
}

/// Each image lights a channel of its own, whose weights nothing else can move: so it is seen which images
/// an epoch has left out. Where the weights began, a training tells whose images all light the first channel.
private func examineEpoch(_ exam: Examination) throws {
  let (count, side) = (65, 12)
  func weights(_ channel: (Int) -> Int) throws -> Tensor {
    var bytes = [UInt8](repeating: 0, count: count * count * side * side)
    for i in 0..<count {
      let start = (i * count + channel(i)) * side * side
      for place in start..<start + side * side { bytes[place] = UInt8(150 + i) }
    }
    let images = Images(bytes: bytes, shape: [count, side, side])
    // So many that for no image all are dead.
    let input = PretrainingInput(images.asked, seed: exam.seed, hidden: [40, 36], epochs: 1)
    let weights = try exam.ask(.pretrained, input).parameters.tensors[0]
    try exam.require(weights.shape == [count * side * side, 40])
    return weights.reshaped(to: [count, -1])
  }
  let moves = abs(try weights { $0 } - weights { _ in 0 }).max(along: 1)
  let unseen = (1..<count).count { moves[$0] == 0 }
  try exam.expect(
    unseen == 0,
    "of \(count) images \(unseen) have left no trace in the weights of the first layer after one epoch: "
      + "they were not shown")
}

extension Examination {
  /// The loss that was told last is a mean of squares, too: of what was shown, which may be moved or
  /// spoilt, but hardly more than that of a network that says black.
  fileprivate func expectMean(_ net: PretrainedNet, of samples: Tensor) throws {
    let told = net.losses.last ?? 0
    let error = samples.errorOfReconstruction(by: net.parameters.tensors)
    try expect(
      told <= 4 * error + 2 * (samples * samples).mean(),
      "the loss of the last epoch was told as \(short(told)), where the mean squared error of the "
        + "reconstructions is \(short(error))")
  }

  fileprivate func smallPretraining() -> PretrainingInput {
    PretrainingInput(SyntheticDigits.training(count: 200, seed: seed).asked, seed: seed)
  }
}

extension Tensor {
  /// Whether such parameters lead from `inputs` numbers over fewer or more back to as many.
  fileprivate static func isAutoencoder(_ parameters: [Tensor], inputs: Int) -> Bool {
    guard !parameters.isEmpty, parameters.count.isMultiple(of: 4) else { return false }
    var width = inputs
    for i in parameters.indices where i.isMultiple(of: 2) {
      let shape = parameters[i].shape
      guard shape.count == 2, shape[0] == width, parameters[i + 1].shape == [shape[1]] else {
        return false
      }
      width = shape[1]
    }
    return width == inputs
  }

  /// The mean squared error with which a network of such parameters says again the rows of this
  /// tensor, computed here.
  fileprivate func errorOfReconstruction(by parameters: [Tensor]) -> Double {
    var signal = self
    for i in parameters.indices where i.isMultiple(of: 2) {
      signal =
        signal.matmul(parameters[i].converted(to: .float64))
        + parameters[i + 1].converted(to: .float64)
      if i < parameters.count - 2 { signal = Tensors.max(signal, 0) }
    }
    return ((signal - self) * (signal - self)).mean()
  }
}
