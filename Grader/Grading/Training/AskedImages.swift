import Datasets
import Doorway
import Foundation

extension Images {
  /// The images as they cross the doorway.
  public var asked: UnlabeledImages { asked(0..<count) }

  func asked(_ range: Range<Int>) -> UnlabeledImages {
    UnlabeledImages(shape: shape, bytes: Bytes(Data(bytes(in: range))))
  }
}

extension LabeledImages {
  /// The images as they cross the doorway, without their labels.
  public var asked: UnlabeledImages { images.asked }
}
