import Doorway
import Grading
import Tensors

/// What there is to be seen of exercise 09.
let pictures09 = PicturePlan(
  [
    .sampleImages(), .curves, .init("Filters of the first convolution", draw: filters),
    .init("What these filters find", draw: featureMaps),
    .predictions(by: .convNetLogits) { sources, subject in
      let images = try sources.data.test()
      let input = ConvNetInput(
        image: images.imageShape, classes: images.classNames.count, seed: sources.seed)
      let shapes = try subject.ask(.convNetShapes, [input], limits: .training)[0]
      let weights = try ConvNetModel.weights(
        in: sources.model(), shapes: shapes, image: images.imageShape,
        classes: images.classNames.count)
      _ = try subject.ask(.convNetLoading, [weights], limits: .training)
    },
  ]
) { subject in
  let settings = OwnSettings("MyConvNet.swift", epochs: 1, seed: 0)
  _ = try subject.ask(
    .convNetTraining, [Training(on: .synthetic(count: 40, seed: 0), settings)], limits: .training)
}

private func filters(_ sources: PictureSources) throws -> [Illustration] {
  let weights = try firstFilters(sources).weights
  let count = min(weights.shape[0], 64)
  return [
    .words(
      "\(count) of \(weights.shape[0]) filters, each \(weights.shape[2]) × \(weights.shape[3]) pixels "
        + "large. Grey is 0, and the largest weight of a filter, of either sign, is as bright or as "
        + "dark as can be."),
    .images(
      (0..<count).compactMap { i in
        PixelImage(around0: weights.row(i)).map {
          Illustration.Shown($0, "\(i)", showing: "The weights of filter \(i)", scale: 16)
        }
      }),
  ]
}

/// The first images through the student's own convolution, with the trained filters.
private func featureMaps(_ sources: PictureSources) throws -> [Illustration] {
  let (weights, bias, model) = try firstFilters(sources)
  let images = try sources.data.test()
  let channels = images.imageShape[0]
  guard model.mean.shape == [channels], model.deviation.shape == [channels] else {
    throw NothingToShow("The trained network has no mean and deviation a channel.")
  }
  let some = images.pixels(in: 0..<min(3, images.count))
  let perChannel = [channels, 1, 1]
  let x =
    (some - model.mean.reshaped(to: perChannel)) / model.deviation.reshaped(to: perChannel)
  let window = WindowSettings(
    weights.shape[2], weights.shape[3], padding: (weights.shape[2] - 1) / 2)
  let input = ConvolutionInput(
    x: x.converted(to: .float32), weights: weights, bias: bias, window: window, groups: 1)
  let output = try sources.newSubject().ask(.convolution, [LayerRun([input])], limits: .training)[0]
    .outputs.first
  guard let output, output.rank == 4, output.shape.prefix(2) == [some.shape[0], weights.shape[0]]
  else { throw NothingToShow("Your Conv2D gave \(output.map { "\($0.shape)" } ?? "nothing").") }
  let count = min(weights.shape[0], 16)
  var pictures: [Illustration] = [
    .words(
      "Test images, and what your Conv2D makes of each with the first \(count) filters: bright where a "
        + "filter finds what it looks for, grey where there is nothing of it.")
  ]
  for i in 0..<some.shape[0] {
    let name = images.classNames[images.labels[i]]
    let maps = (0..<count).compactMap { filter -> Illustration.Shown? in
      let map = output.row(i).row(filter)
      return PixelImage(around0: map.reshaped(to: [1] + map.shape)).map {
        Illustration.Shown($0, "\(filter)", showing: "What filter \(filter) finds in image \(i)")
      }
    }
    pictures += [
      .heading("Test image \(i), \(name)"),
      // In a line of its own: with it, the last of sixteen would stand alone on a desk.
      .images([
        Illustration.Shown(
          PixelImage(images.images, at: i), "image", showing: "Test image \(i), \(name)")
      ]), .images(maps),
    ]
  }
  return pictures
}

/// The weights `[F, C, KH, KW]` and the bias `[F]` with which the trained network begins.
private func firstFilters(
  _ sources: PictureSources
) throws -> (weights: Tensor, bias: Tensor, scale: (mean: Tensor, deviation: Tensor)) {
  if let other = try sources.otherData() { throw NothingToShow(other) }
  let model = try sources.tensors()
  let channels = try sources.data.test().imageShape[0]
  guard let weights = model["parameters.0"], let mean = model["mean"],
    let deviation = model["deviation"], weights.rank == 4, weights.shape[1] == channels,
    weights.count > 0
  else {
    throw NothingToShow(
      "Your network does not begin with a convolution of all channels, whose filters could be shown."
    )
  }
  let filters = weights.shape[0]
  let bias = model["parameters.1"].flatMap { $0.shape == [filters] ? $0 : nil }
  return (weights, bias ?? Tensor(zeros: [filters]), (mean, deviation))
}
