import Datasets
import Doorway
import Grading
import Tensors

/// What there is to be seen of exercise 08.
let pictures08 = PicturePlan(
  trains: true,
  [
    .sampleImages(), .init("Moved by your randomlyShifted", draw: moved),
    .init("Dropped by your Dropout", draw: dropped),
    .init("What your BatchNormalization remembers", draw: remembered),
    .init(
      "What your autoencoder makes of images that it has not seen",
      draw: AutoencoderPictures.reconstructions),
    .init("Images of which pixels are missing", draw: AutoencoderPictures.denoised),
    .init("What your classifier says after a hundred labels", draw: predictions),
  ])

private func moved(_ sources: PictureSources) throws -> [Illustration] {
  let images = try sources.data.training()
  let count = 6
  let some = images.pixels(in: 0..<count)
  let input = ChanceInput(
    [Tensor](repeating: some, count: 4), amount: 3, seed: sources.seed)
  let draws = try sources.newSubject().ask(.randomlyShifted, [input])[0].tensors
  guard draws.count == 4, draws.allSatisfy({ $0.shape == some.shape }) else {
    throw NothingToShow("Moved images have other shapes than \(some.shape): \(draws.map(\.shape)).")
  }
  return [
    .words("Each image as it is, and after four draws with a limit of 3. What comes in is black."),
    .images(
      (0..<count).compactMap { i in
        row(of: ([some] + draws).map { $0.row(i) }).map {
          Illustration.Shown(
            $0, "image \(i), then 4 draws",
            showing: "Image \(i), and what your code made of it four times")
        }
      }),
  ]
}

private func dropped(_ sources: PictureSources) throws -> [Illustration] {
  let image = try sources.data.training().pixels(in: 0..<1)
  let shape = Array(image.shape.dropFirst())
  let x = image.reshaped(to: shape)
  let subject = try sources.newSubject()
  func pass(_ p: Double, _ mode: Mode08) throws -> [Tensor] {
    // The mask is seen where ones go in.
    let inputs = [x, Tensor(onesLike: x)].map {
      DropoutInput($0, probability: p, mode: mode, seed: sources.seed)
    }
    let outputs = try subject.ask(.dropout, [LayerRun(inputs)])[0].outputs
    guard outputs.count == 2, outputs.allSatisfy({ $0.shape == shape }) else {
      throw NothingToShow("After dropout \(shape) has become \(outputs.map(\.shape)).")
    }
    return outputs
  }
  var pictures: [Illustration.Shown] = []
  for (p, mode) in [(0.2, Mode08.training), (0.5, .training), (0.8, .training), (0.5, .testing)] {
    let outputs = try pass(p, mode)
    let highest = 1 / (1 - p)
    let left = outputs[1].scalars.count { $0 != 0 }
    guard
      let picture = row(
        of: [x, outputs[0] / highest, outputs[1] / highest], gap: 4)
    else { continue }
    pictures.append(
      Illustration.Shown(
        picture,
        "p = \(p), in \(mode.rawValue): \(percent(Double(left) / Double(x.count))) stay",
        showing: "An image, what dropout with probability \(p) leaves of it, and the mask", scale: 3
      ))
  }
  return [
    .words(
      "The image, what your layer makes of it, and what it makes of ones alone, which is the mask. "
        + "White is 1 / (1 - p): in training, what stays is as much brighter as less of it stays; in "
        + "testing, all stays as it is."),
    .images(pictures),
  ]
}

/// Running values after each of many batches, of a feature that is known.
private func remembered(_ sources: PictureSources) throws -> [Illustration] {
  let (batches, size, mean, deviation) = (50, 32, 3.0, 2.0)
  var generator = SeededGenerator(seed: sources.seed)
  let drawn = (0..<batches).map { _ in
    mean + deviation * Tensor(normal: [size, 1], using: &generator)
  }
  let subject = try sources.newSubject()
  func values(_ decay: Double) throws -> [RunningValues] {
    let runs = (1...batches).map { count in
      BatchNormalizationInput(
        Array(drawn.prefix(count)), modes: [Mode08](repeating: .training, count: count),
        scale: Tensor(ones: [1]), shift: Tensor(zeros: [1]), runningMean: Tensor(zeros: [1]),
        runningVariance: Tensor(ones: [1]), decay: decay, epsilon: 1e-5)
    }
    let outputs = try subject.ask(.runningValues, [LayerRun(runs)], limits: .training)[0].outputs
    guard outputs.allSatisfy({ $0.mean.count == 1 && $0.variance.count == 1 }) else {
      throw NothingToShow("Of one feature there is one running mean and one running variance.")
    }
    return outputs
  }
  let decays = [0.5, 0.9, 0.99]
  let all = try decays.map(values)
  func chart(_ title: String, _ y: String, _ value: (RunningValues) -> Tensor) -> Illustration {
    .chart(
      Chart(
        title, x: "batch", y: y,
        zip(decays, all).map { decay, values in
          .init(
            "decay \(decay)",
            values.enumerated().map { Chart.Point(Double($0 + 1), value($1).scalars[0]) })
        }, isWhole: true))
  }
  return [
    .words(
      "A feature of mean \(Int(mean)) and variance \(Int(deviation * deviation)), in batches of "
        + "\(size). The running values begin at 0 and 1. A small decay follows each batch, a large one "
        + "is late."),
    chart("Running mean after each batch", "running mean", \.mean),
    chart("Running variance after each batch", "running variance", \.variance),
  ]
}

private func predictions(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  let few = try sources.data.fewLabels(
    perClass: 10, unlabeled: AutoencoderPictures.unlabeled, seed: sources.seed)
  let all = try sources.data.test()
  let test = all.subset(Array(0..<min(1000, all.count)))
  func confusion(isPretrained: Bool) throws -> Confusion {
    let transfer = TransferInput(
      images: few.labeled.asked, labels: few.labeled.labels, unlabeled: few.unlabeled.asked,
      classes: few.labeled.classNames.count, isPretrained: isPretrained, seed: sources.seed)
    _ = try subject.ask(.transfer, [transfer], limits: .longTraining)
    let found = try subject.ask(.transferPredictions, [test.asked], limits: .training)[0]
    return Confusion(labels: test.labels, predictions: found.classes, classNames: test.classNames)
  }
  let own = try confusion(isPretrained: true)
  let scratch = try confusion(isPretrained: false)
  return [
    .words(
      "Of \(test.count) test images it names \(percent(own.accuracy)) rightly with your pretrained "
        + "encoder, and \(percent(scratch.accuracy)) from scratch: one training each, with "
        + "\(AutoencoderPictures.unlabeled) images without labels. The checks have more of both."),
    .heading("With the pretrained encoder"), .confusion(own), .heading("From scratch"),
    .confusion(scratch),
  ]
}

/// Images `[C, H, W]` beside one another, black at 0 and white at 1; nil for what is no image.
private func row(of images: [Tensor], gap: Int = 2) -> PixelImage? {
  let pictures = images.compactMap { PixelImage($0, from: 0, to: 1) }
  return pictures.count == images.count ? PixelImage(beside: pictures, gap: gap) : nil
}
