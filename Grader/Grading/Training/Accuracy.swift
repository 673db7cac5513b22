import Datasets
import Doorway
import Foundation

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
      let classes = try ask(
        predicts,
        [UnlabeledImages(shape: images.imageShape, bytes: Bytes(Data(images.bytes(in: range))))],
        limits: limits)[0].classes
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
}
