import Tensors

/// Images, each with the number of its class.
public struct LabeledImages: Sendable {
  /// The images alone, for code that must not see the labels.
  public let images: Images

  /// The class of each image, an index into `classNames`.
  public let labels: [Int]

  public let classNames: [String]

  /// Traps unless each image has one label, and each label a name.
  public init(images: Images, labels: [Int], classNames: [String]) {
    guard images.count == labels.count else {
      fatalError("LabeledImages: \(images.count) images have \(labels.count) labels")
    }
    if let label = labels.first(where: { !classNames.indices.contains($0) }) {
      fatalError("LabeledImages: label \(label) is none of \(classNames.count) classes")
    }
    self.images = images
    self.labels = labels
    self.classNames = classNames
  }

  public var count: Int { labels.count }

  /// `[channels, height, width]`
  public var imageShape: [Int] { images.shape }

  /// The images at `indices`, in that order and as often as they are named: float32
  /// `[indices.count, channels, height, width]`, each entry in 0…1.
  public func pixels(at indices: [Int]) -> Tensor { images.pixels(at: indices) }

  /// The images of `range`: float32 `[range.count, channels, height, width]`, each entry in 0…1.
  public func pixels(in range: Range<Int>) -> Tensor { images.pixels(in: range) }

  /// The bytes of the images of `range`, without labels and without gaps.
  public func bytes(in range: Range<Int>) -> [UInt8] { images.bytes(in: range) }

  /// The images at `indices` with their labels, in that order. Shares the bytes.
  public func subset(_ indices: [Int]) -> LabeledImages {
    LabeledImages(
      images: images.subset(indices), labels: indices.map { labels[$0] }, classNames: classNames)
  }

  /// Shuffles the images and parts them in two, the second of `validationCount` images.
  ///
  /// The same generator state gives the same parts. Traps unless `validationCount` is in
  /// `0...count`.
  public func split(
    validationCount: Int, using generator: inout some RandomNumberGenerator
  ) -> (training: LabeledImages, validation: LabeledImages) {
    guard 0...count ~= validationCount else {
      fatalError("split: \(validationCount) of \(count) images cannot be set aside")
    }
    let order = Array(0..<count).shuffled(using: &generator)
    let cut = count - validationCount
    return (subset(Array(order[..<cut])), subset(Array(order[cut...])))
  }

  /// Shuffles the images and parts them in two, the second of `validationFraction` of all,
  /// rounded to a whole image.
  ///
  /// The same generator state gives the same parts. Traps unless `validationFraction` is in
  /// `0...1`.
  public func split(
    validationFraction: Double, using generator: inout some RandomNumberGenerator
  ) -> (training: LabeledImages, validation: LabeledImages) {
    guard 0...1 ~= validationFraction else {
      fatalError("split: \(validationFraction) is no fraction in 0...1")
    }
    let validationCount = Int((validationFraction * Double(count)).rounded())
    return split(validationCount: validationCount, using: &generator)
  }

  /// The mean and the deviation of each channel over all images, in one pass.
  ///
  /// Traps when there is no image.
  public func channelStatistics() -> ChannelStatistics { ChannelStatistics(of: images) }
}
