import Doorway
import Foundation
import Grading
import Tensors

/// What there is to be seen of exercise 06.
let pictures06 = PicturePlan(
  [
    .sampleImages(), .init("Signals in a deep network, by the start of its weights", draw: signals),
    .search, .curves, .firstLayer(),
    .predictions(by: .ownLogits) { sources, subject in
      let images = try sources.data.test()
      let input = OwnNetworkInput(
        inputs: images.imageShape.reduce(1, *), classes: images.classNames.count,
        seed: sources.seed)
      let shapes = try subject.ask(.ownShapes, [input], limits: .training)[0].shapes
      let weights = try OwnModel.weights(
        in: sources.model(), shapes: shapes, channels: images.imageShape[0])
      _ = try subject.ask(.ownLoading, [weights], limits: .training)
    },
  ]
) { subject in
  let settings = OwnSettings("MyNetwork.swift", epochs: 1, seed: 0)
  _ = try subject.ask(
    .ownTraining, [Training(on: .synthetic(count: 40, seed: 0), settings)], limits: .training)
}

private let (samples, width, depth) = (64, 100, 5)

/// The numbers behind each of some layers, with weights and activations of the student's.
private func signals(_ sources: PictureSources) throws -> [Illustration] {
  let starts: [(name: String, start: Start06, isReLU: Bool)] = [
    ("tanh, normal with deviation 0.01", .normal(deviation: 0.01), false),
    ("tanh, normal with deviation 1", .normal(deviation: 1), false),
    ("tanh, Xavier", .xavier, false), ("ReLU, Xavier", .xavier, true), ("ReLU, He", .he, true),
  ]
  let subject = try sources.newSubject()
  var pictures: [Illustration] = [
    .words(
      "\(samples) samples of \(width) normal numbers pass \(depth) layers of \(width) units, with "
        + "weights from your Initialization. The ReLU is your LeakyReLU with slope 0. A bar is how "
        + "many of all numbers lie there, and ± is their deviation. What dies out gathers at 0, what "
        + "is too loud at the ends.")
  ]
  for (name, start, isReLU) in starts {
    let layers = [NewWeights.Layer](
      repeating: .init(start, inputs: width, outputs: width), count: depth)
    let weights = try subject.ask(.initialWeights, [NewWeights(layers, seed: sources.seed)])[0]
      .tensors
    guard weights.map(\.shape) == layers.map({ [$0.inputs, $0.outputs] }) else {
      throw NothingToShow("Your Initialization gave weights \(weights.map(\.shape)).")
    }
    pictures += [
      .heading(name), .histograms(try histograms(weights, isReLU: isReLU, subject, sources.seed)),
    ]
  }
  return pictures
}

private func histograms(
  _ weights: [Tensor], isReLU: Bool, _ subject: any Subject, _ seed: UInt64
) throws -> [NumberHistogram] {
  var generator = SeededGenerator(seed: seed)
  var x = Tensor(normal: [samples, width], using: &generator)
  return try weights.enumerated().map { i, weights in
    x = x.matmul(weights)
    let output =
      isReLU
      ? try subject.ask(.leakyReLU, [LayerRun([ActivationInput(x, "as slope", 0)])])[0].outputs
        .first
      : try subject.ask(.hyperbolicTangent, [LayerRun([x])])[0].outputs.first
    guard let output, output.shape == [samples, width] else {
      throw NothingToShow("Your activation gave another shape than \([samples, width]).")
    }
    x = output
    let deviation = (x * x).mean() - x.mean() * x.mean()
    return NumberHistogram(
      "layer \(i + 1), ± \(String(format: "%.2g", max(deviation, 0).squareRoot()))", x.scalars,
      over: isReLU ? 0...3 : -1...1)
  }
}
