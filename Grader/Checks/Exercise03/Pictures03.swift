import Datasets
import Doorway
import Foundation
import Grading
import Tensors

/// What there is to be seen of exercise 03: images of CIFAR-10's shape, as the student's code reads,
/// measures, changes and splits them.
let pictures03 = PicturePlan(
  data: .cifar10,
  [
    .sampleImages(),
    .init("Read by your CIFARRecords", draw: readImages), .meanImages(),
    .init("Colours before and after your Normalize", draw: colours),
    .init("Moved by your RandomCrop and HorizontalFlip", draw: movedImages),
    .init("Classes in the parts of your split", draw: splitClasses),
  ])

/// The first images of the set, as a file of records.
private func readImages(_ sources: PictureSources) throws -> [Illustration] {
  let images = try sources.data.training()
  let indices = Array(0..<min(12, images.count))
  let records = indices.flatMap { [UInt8(images.labels[$0])] + images.bytes(in: $0..<$0 + 1) }
  let input = RecordFiles([Bytes(Data(records))], indices: indices)
  let read = try sources.newSubject().ask(.cifarRecords, [input])[0]
  if read.refusal != nil {
    throw NothingToShow("Your reader refused a file of \(indices.count) records that are right.")
  }
  let names = images.classNames
  return [
    .words(
      "The first \(indices.count) records of the set, through your reader: "
        + "\(read.images.count) came back. Below each is the class that it gave."),
    .images(
      try zip(read.images, read.labels).prefix(indices.count).enumerated().map { i, sample in
        let name = names.indices.contains(sample.1) ? names[sample.1] : "label \(sample.1)"
        return Illustration.Shown(
          try picture(of: sample.0, like: images.imageShape, "the image of record \(i)", to: 255),
          name,
          showing: "Record \(i), read as \(name)")
      }),
  ]
}

/// How often values lie where, as they are and standardised by the student's own numbers.
private func colours(_ sources: PictureSources) throws -> [Illustration] {
  let images = try sources.data.training()
  let some = images.pixels(in: 0..<min(100, images.count)).converted(to: .float64)
  let channels = images.imageShape[0]
  let subject = try sources.newSubject()
  let run = LayerRun([MeasuredImages(some)])
  guard let measured = try subject.ask(.channelStatistics, [run])[0].outputs.first,
    measured.mean.shape == [channels], measured.deviation.shape == [channels]
  else { throw NothingToShow("Your channelStatistics gave no mean and deviation a channel.") }

  let image = images.pixels(in: 0..<1).converted(to: .float64).reshaped(to: images.imageShape)
  let normal = LayerRun([
    TransformInput(image, numbers: ["mean": measured.mean, "deviation": measured.deviation])
  ])
  guard let after = try subject.ask(.normalize, [normal])[0].outputs.first?.image else { return [] }
  _ = try picture(of: after, like: images.imageShape, "the normalised image")
  let names = channels == 3 ? ["red", "green", "blue"] : ["grey"]
  func histograms(_ values: Tensor, _ range: ClosedRange<Double>, _ when: String) -> Illustration {
    let numbers = values.scalars
    let size = numbers.count / channels
    return .histograms(
      names.enumerated().map { channel, name in
        NumberHistogram(
          "\(name) \(when)", Array(numbers[channel * size..<(channel + 1) * size]), over: range)
      })
  }
  let lines = names.enumerated().map { channel, name in
    String(
      format: "%@ %.3f ± %.3f", name, measured.mean.scalars[channel],
      measured.deviation.scalars[channel])
  }
  return [
    .words(
      "Mean and deviation that your channelStatistics gives for the first \(some.shape[0]) images: "
        + "\(lines.joined(separator: ", ")). Below, the values of the first image."),
    histograms(image, 0...1, "before"), histograms(after, -3...3, "after"),
  ]
}

private func movedImages(_ sources: PictureSources) throws -> [Illustration] {
  let images = try sources.data.training()
  let shape = images.imageShape
  let subject = try sources.newSubject()
  var pictures: [Illustration] = []
  let kinds: [(RandomRun.Kind, String)] = [
    (.flip(probability: 0.5), "HorizontalFlip with probability 0.5"),
    (.crop(height: shape[1], width: shape[2], padding: 4), "RandomCrop with padding 4"),
  ]
  for (kind, title) in kinds {
    let shown = try (0..<3).map { i in
      let image = images.pixels(in: i..<i + 1).converted(to: .float64).reshaped(to: shape)
      let run = RandomRun(kind, of: image, count: 4, seed: sources.seed &+ UInt64(i))
      let drawn = try subject.ask(.randomTransform, [run])[0].images
      let all = try ([image] + drawn.prefix(4)).map {
        try picture(of: $0, like: shape, "an image that \(title) made")
      }
      return Illustration.Shown(
        PixelImage(beside: all), "image \(i), then 4 draws",
        showing: "Image \(i), and what \(title) made of it four times")
    }
    pictures += [.heading(title), .images(shown)]
  }
  return pictures
}

private func splitClasses(_ sources: PictureSources) throws -> [Illustration] {
  let images = try sources.data.training()
  let labels = Array(images.labels.prefix(2000))
  let subject = try sources.newSubject()
  var pictures: [Illustration] = [
    .words(
      "\(labels.count) samples in three parts, 10 % for validation and 10 % for the test. Each bar is a class."
    )
  ]
  for isStratified in [false, true] {
    let run = SplitRun(
      .split(validation: 0.1, test: 0.1), of: labels, isStratified: isStratified, times: 1,
      seed: sources.seed)
    let parts = try subject.ask(.splits, [run])[0].times.first ?? []
    pictures += [
      .heading(isStratified ? "Stratified" : "Shuffled alone"),
      .histograms(
        zip(["training", "validation", "test"], parts).map { name, part in
          NumberHistogram(
            "\(name), \(part.count) samples",
            labels: part.filter(labels.indices.contains).map { labels[$0] },
            classes: images.classNames.count)
        }),
    ]
  }
  return pictures
}

/// - Throws: `NothingToShow` where it has another shape.
private func picture(
  of image: Tensor, like shape: [Int], _ what: String, to highest: Double = 1
) throws -> PixelImage {
  guard image.shape == shape, let picture = PixelImage(image, from: 0, to: highest) else {
    throw NothingToShow(
      "\(what.prefix(1).uppercased() + what.dropFirst()) has shape \(image.shape), expected \(shape)."
    )
  }
  return picture
}
