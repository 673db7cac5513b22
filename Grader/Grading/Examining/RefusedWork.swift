import Datasets

/// Why what was handed in is not even tried: the verdict is `refused`.
public enum RefusedWork: Error, Sendable, Equatable {
  /// The network has so many numbers that can be learnt.
  case parameters(Int, limit: Int)

  /// The file is a link, too large, or closed.
  case modelFile(String, RegularFile.Refusal, limit: Int)
  case unreadModel(DatasetError)

  /// The file holds a tensor that the network in the source does not have, or lacks one.
  case otherTensors(file: String, name: String, isThere: Bool)
  case otherShape(file: String, name: String, shape: [Int], expected: [Int])

  /// A file knows the images to test on better than those to learn from: fractions.
  case learntTheTest(file: String, test: Double, training: Double)

  /// After training the network has other tensors than before.
  case changed(count: Int, expected: Int)
}
