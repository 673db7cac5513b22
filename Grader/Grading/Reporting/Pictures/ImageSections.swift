import Datasets
import Doorway
import Foundation
import Tensors

extension PicturePlan.Section {
  /// Some images of each class to train on.
  public static func sampleImages(perClass: Int = 5) -> Self {
    Self("Images to train on") { sources in
      let all = try sources.data.training()
      let drawn = try sources.data.fewLabels(
        perClass: perClass, unlabeled: 0, seed: sources.seed
      ).labeled
      return [
        .words(
          "\(all.count) images of \(all.classNames.count) classes, each \(size(all.imageShape)). "
            + "Here are \(perClass) of each class, drawn by the seed.")
      ] + [.images(rows(of: drawn))]
    }
  }

  /// The mean of all images, and of those of each class.
  public static func meanImages(of count: Int = 5000) -> Self {
    Self("Mean images") { sources in
      let images = try sources.data.training()
      let used = min(count, images.count)
      let byClass = Dictionary(grouping: 0..<used) { images.labels[$0] }
      let groups =
        [("all", Array(0..<used))]
        + images.classNames.enumerated().map { ($1, byClass[$0] ?? []) }
      let means = groups.filter { !$0.1.isEmpty }.map { name, indices in
        (name: name, image: images.pixels(at: indices).mean(along: 0))
      }
      // As they are, they would be grey squares that nobody could tell apart.
      let numbers = means.flatMap(\.image.scalars)
      let (black, white) = (numbers.min() ?? 0, numbers.max() ?? 1)
      let shown = means.compactMap { name, image in
        PixelImage(image, from: black, to: white).map {
          Illustration.Shown($0, name, showing: "The mean image, \(name)")
        }
      }
      return [
        .words(
          "Each pixel is the mean of that pixel over the first \(used) images: of all, then of each "
            + "class. A linear classifier has hardly more to go by. The contrast of all is stretched "
            + "alike: black is \(hundredths(black)) and white \(hundredths(white)), where pixels go "
            + "from 0 to 1."),
        .images(shown),
      ]
    }
  }

  private static func hundredths(_ number: Double) -> String { String(format: "%.2f", number) }

  private static func rows(of images: LabeledImages) -> [Illustration.Shown] {
    let byClass = Dictionary(grouping: 0..<images.count) { images.labels[$0] }
    return images.classNames.enumerated().compactMap { label, name in
      guard let indices = byClass[label] else { return nil }
      return Illustration.Shown(
        PixelImage(beside: indices.map { PixelImage(images.images, at: $0) }),
        Illustration.className(label, name),
        showing: "\(indices.count) images of class \(name)", scale: 2)
    }
  }

  private static func size(_ shape: [Int]) -> String {
    "\(shape[2]) × \(shape[1]) pixels in \(shape[0] == 1 ? "grey" : "colour")"
  }
}

extension PicturePlan.Section {
  /// The losses of the last training, and the accuracy on the images that were set aside.
  public static let curves = Self("The last training") { sources in
    let history = try sources.lastTraining()
    let seed = history.seed
    return [.words("\(history.dataset), seed \(seed), \(countOfEpochs(history.epochs.count)).")]
      + byTraining(history).flatMap { charts(of: $0, isAlone: history.epochs.last?.training == 1) }
  }

  private static func byTraining(_ history: TrainingHistory) -> [[TrainingHistory.Epoch]] {
    Dictionary(grouping: history.epochs, by: \.training).sorted { $0.key < $1.key }.map(\.value)
  }

  private static func charts(
    of epochs: [TrainingHistory.Epoch], isAlone: Bool
  ) -> [Illustration] {
    func points(_ y: (TrainingProgress) -> Double?) -> [Chart.Point] {
      epochs.compactMap { epoch in
        y(epoch.progress).map { Chart.Point(Double(epoch.progress.epoch), $0) }
      }
    }
    let training = points(\.trainingLoss)
    let validation = points { $0.validation?.loss }
    let accuracy = points { $0.validation.map { $0.accuracy * 100 } }
    let which = isAlone ? "" : " of training \(epochs[0].training)"
    var pictures: [Illustration] = [
      .chart(
        Chart(
          "Loss after each epoch\(which)", x: "epoch", y: "mean cross-entropy",
          [.init("training", training)]
            + (validation.isEmpty ? [] : [.init("validation", validation)]), isWhole: true))
    ]
    if !accuracy.isEmpty {
      pictures.append(
        .chart(
          Chart(
            "Accuracy on the validation images after each epoch\(which)", x: "epoch",
            y: "accuracy in %", [.init("validation", accuracy)], isWhole: true)))
    }
    if (training + validation + accuracy).contains(where: { !$0.y.isFinite }) {
      pictures.append(
        .words(
          "It diverged: where the curve has a gap, the number was infinite or none at all. A smaller "
            + "learning rate is the first thing to try."))
    }
    return pictures
  }
}
