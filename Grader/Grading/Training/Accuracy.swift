import Datasets
import Doorway
import Foundation
import Tensors

extension Subject {
  /// Returns the fraction of `images` whose class the subject predicts, 0 ... 1, when it is asked
  /// `predicts`.
  ///
  /// The images cross the doorway a thousand at a time; the labels stay here.
  public func accuracy(
    on images: LabeledImages, by predicts: Question<UnlabeledImages, Predictions>, limits: Limits
  ) throws -> Double {
    var right = 0
    for start in stride(from: 0, to: images.count, by: 1000) {
      let range = start..<min(start + 1000, images.count)
      let classes = try ask(predicts, [images.images.asked(range)], limits: limits)[0].classes
      guard classes.count == range.count else {
        throw Failure(
          finding: .difference(
            .shape(part: "the list of predictions", seen: [classes.count], expected: [range.count])
          ), question: "\(predicts.shortName) of \(range.count) images")
      }
      right += zip(classes, images.labels[range]).count { $0 == $1 }
    }
    return Double(right) / Double(images.count)
  }

  /// Returns the mean cross-entropy of `images`, computed here from the logits that the subject
  /// answers to `scores`.
  public func loss(
    on images: LabeledImages, by scores: Question<UnlabeledImages, Tensor>, limits: Limits
  ) throws -> Double {
    let logits = try ask(scores, [images.asked], limits: limits)[0].converted(to: .float64)
    let expected = [images.count, images.classNames.count]
    guard logits.shape == expected else {
      throw Failure(
        finding: .difference(.shape(part: "the logits", seen: logits.shape, expected: expected)),
        question: "\(scores.shortName) of \(images.count) images")
    }
    let losses = images.labels.enumerated().map { i, label in
      let row = (0..<expected[1]).map { logits[i, $0] }
      let highest = row.max() ?? 0
      return highest + Foundation.log(row.reduce(0) { $0 + exp($1 - highest) }) - row[label]
    }
    let sum = losses.reduce(0, +)
    return sum / Double(losses.count)
  }
}
