import Datasets
import Doorway
import Foundation
import Tensors

extension PicturePlan.Section {
  /// The most images that a page has the network predict.
  private static let most = 2000

  /// What the trained network, as `load` has a subject take it, says of images that it has not seen: whom it
  /// confuses with whom, of what it is surest and where it is most wrong.
  ///
  /// - Parameter scores: Asks for the logits `[N, C]`. Probabilities are computed here.
  public static func predictions(
    by scores: Question<UnlabeledImages, Tensor>,
    load: @escaping @Sendable (PictureSources, any Subject) throws -> Void
  ) -> Self {
    Self("What it says of images that it has not seen") { sources in
      if let other = try sources.otherData() { return [.words(other)] }
      let test = try sources.data.test()
      let images = test.subset(Array(0..<min(most, test.count)))
      let subject = try sources.subject { try load(sources, $0) }
      let rows = try softmax(of: images, by: scores, subject)
      return pictures(of: images, rows)
    }
  }

  private static func softmax(
    of images: LabeledImages, by scores: Question<UnlabeledImages, Tensor>, _ subject: any Subject
  ) throws -> [[Double]] {
    var rows: [[Double]] = []
    for start in stride(from: 0, to: images.count, by: 500) {
      let indices = Array(start..<min(start + 500, images.count))
      let part = images.subset(indices)
      let logits = try subject.ask(scores, [part.asked], limits: .longTraining)[0]
      let expected = [indices.count, images.classNames.count]
      guard logits.shape == expected else {
        throw Failure(
          finding: .difference(
            .shape(part: "the logits", seen: logits.shape, expected: expected)),
          question: "\(scores.shortName) of \(indices.count) images")
      }
      let numbers = logits.scalars
      rows += (0..<indices.count).map { i in
        probabilities(Array(numbers[i * expected[1]..<(i + 1) * expected[1]]))
      }
    }
    return rows
  }

  /// Of logits that are no numbers nothing is likely.
  private static func probabilities(_ logits: [Double]) -> [Double] {
    let highest = logits.max() ?? 0
    let powers = logits.map { Foundation.exp($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { sum.isFinite ? $0 / sum : 0 }
  }

  private static func pictures(of images: LabeledImages, _ rows: [[Double]]) -> [Illustration] {
    let guesses = rows.map { row in
      row.contains { $0 > 0 } ? row.indices.max { row[$0] < row[$1] } ?? -1 : -1
    }
    let confusion = Confusion(
      labels: images.labels, predictions: guesses, classNames: images.classNames)
    func ofLabel(_ i: Int) -> Double { rows[i][images.labels[i]] }
    let right = (0..<images.count).filter { guesses[$0] == images.labels[$0] }
    let wrong = (0..<images.count).filter { guesses[$0] != images.labels[$0] }
    func shown(_ indices: [Int]) -> Illustration {
      .images(indices.prefix(12).map { shownImage($0, of: images, rows[$0]) })
    }
    var pictures: [Illustration] = [
      .words(
        "\(images.count) test images, of which it recognises \(percent(confusion.accuracy)). The "
          + "probabilities are the softmax of your network's logits."),
      .confusion(confusion),
    ]
    if confusion.strange > 0 {
      pictures.append(.words("For \(confusion.strange) images there is no number to go by."))
    }
    if !right.isEmpty {
      pictures += [
        .heading("Right, and surest of it"), shown(right.sorted { ofLabel($0) > ofLabel($1) }),
      ]
    }
    if !wrong.isEmpty {
      pictures += [
        .heading("Wrong, and the right class least likely"),
        shown(wrong.sorted { ofLabel($0) < ofLabel($1) }),
      ]
    }
    return pictures
  }

  private static func shownImage(
    _ index: Int, of images: LabeledImages, _ row: [Double]
  ) -> Illustration.Shown {
    let names = images.classNames
    let label = images.labels[index]
    let first = row.indices.sorted { row[$0] > row[$1] }.prefix(2)
    let told = Array(first) + (first.contains(label) ? [] : [label])
    let lines = told.map { "\($0 == label ? "✓ " : "")\(names[$0]) \(share(row[$0]))" }
    var shown = Illustration.Shown(
      PixelImage(images.images, at: index),
      showing: "Test image \(index), a \(names[label]): \(lines.joined(separator: ", "))", scale: 3)
    shown.caption = lines
    return shown
  }

  private static func share(_ probability: Double) -> String {
    probability > 0 && probability < 0.001
      ? "< 0.1 %" : String(format: "%.1f %%", probability * 100)
  }
}

extension PictureSources {
  /// Why the trained network that was kept does not belong to these data; nil where it does.
  public func otherData() throws -> String? {
    let trained = try model().metadata["dataset"]
    guard let trained, trained != data.name else { return nil }
    return Sentences.otherData(trained: trained.onOneLine, shown: data.name)
  }
}

extension PicturePlan.Section {
  /// The weights of the first layer `[channels · height · width, units]`, each unit's as an image.
  public static func firstLayer(
    named name: String = "layers.0.weights", count most: Int = 48
  ) -> Self {
    Self("Weights of the first layer") { sources in
      let model = try sources.model()
      let weights: Tensor
      do throws(DatasetError) {
        weights = try model.tensor(named: name)
      } catch {
        throw RefusedWork.unreadModel(error)
      }
      let shape = try sources.data.training().imageShape
      guard weights.shape.count == 2, weights.shape[0] == shape.reduce(1, *) else {
        throw NothingToShow(
          "The first layer has weights \(weights.shape), which are no images \(shape).")
      }
      let units = weights.shape[1]
      let columns = weights.converted(to: .float64).transposed()
      let numbers = columns.scalars
      let size = weights.shape[0]
      let images: [Illustration.Shown] = (0..<min(most, units)).compactMap { unit in
        let own = Tensor(shape: shape, scalars: Array(numbers[unit * size..<(unit + 1) * size]))
        return PixelImage(around0: own).map {
          Illustration.Shown($0, "\(unit)", showing: "The weights of hidden unit \(unit)", scale: 2)
        }
      }
      let some = units > most ? "The first \(most) of \(units)" : "All \(units)"
      return [
        .words(
          "\(some) hidden units: what each of them looks for. Grey is 0, and the largest weight of a "
            + "unit, of either sign, is as bright or as dark as can be."),
        .images(images),
      ]
    }
  }
}
