import Tensors

/// Images `[N, C, H, W]` to measure.
public struct MeasuredImages: LayerInput {
  public var images: Tensor

  public init(_ images: Tensor) {
    self.images = images
  }

  public var differentiable: [Part] {
    get { [Part("images", images)] }
    set { images = newValue[0].value }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of images", images.shape[0]),
      Size("C, the number of channels", images.shape[1]),
    ]
  }
}

/// A mean and a deviation for each channel.
public struct MeasuredChannels: Answer {
  public var mean: Tensor
  public var deviation: Tensor

  public init(mean: Tensor, deviation: Tensor) {
    self.mean = mean
    self.deviation = deviation
  }

  public var parts: [Part] { [Part("the mean", mean), Part("the deviation", deviation)] }
}

extension Question
where
  Input == LayerRun<MeasuredImages>, Reply == LayerTrace<MeasuredChannels, NoGradients>
{
  public static var channelStatistics: Self { Self("03.statistics") }
}

/// An image and the numbers that a transform is made of: the ends of two ranges, or a mean and a
/// deviation for each channel.
public struct TransformInput: LayerInput {
  public var image: Tensor
  public var numbers: [Tensor]

  /// What the numbers are, for whoever reads them.
  private var names: [String] = []
  private enum CodingKeys: CodingKey { case image, numbers }

  public init(_ image: Tensor, numbers: KeyValuePairs<String, Tensor> = [:]) {
    self.image = image
    self.numbers = numbers.map(\.value)
    names = numbers.map(\.key)
  }

  public var others: [Part] { zip(names, numbers).map { Part($0, $1) } }

  public var differentiable: [Part] {
    get { [Part("image", image)] }
    set { image = newValue[0].value }
  }

  public var sizes: [Size] { [Size("C, the number of channels", image.shape[0])] }
}

/// What a transform made of an image, the image as it was afterwards, and whether the generator was
/// left alone.
public struct Transformed: Answer {
  public var image: Tensor
  public var original: Tensor
  public var isGeneratorUntouched: Bool

  public init(_ image: Tensor, original: Tensor, isGeneratorUntouched: Bool) {
    self.image = image
    self.original = original
    self.isGeneratorUntouched = isGeneratorUntouched
  }

  public var parts: [Part] {
    [
      Part("", image), Part("the image that went in", original),
      Part("whether the generator was left alone", Tensor(isGeneratorUntouched ? 1 : 0)),
    ]
  }
}

extension Question
where Input == LayerRun<TransformInput>, Reply == LayerTrace<Transformed, NoGradients> {
  /// The numbers are two ranges, `[2]` each.
  public static var rescale: Self { Self("03.rescale") }

  /// The numbers are mean and deviation, `[C]` each.
  public static var normalize: Self { Self("03.normalize") }
  public static var flatten: Self { Self("03.flatten") }
}

/// Steps of our own in a row: each takes a number from the image times a factor, and adds a draw where
/// it is to draw.
public struct ComposedRun: Codable, Sendable, Titled {
  public struct Step: Codable, Sendable {
    public var factor: Double
    public var addend: Double
    public var draws: Bool

    public init(factor: Double, addend: Double, draws: Bool) {
      self.factor = factor
      self.addend = addend
      self.draws = draws
    }
  }

  public var image: Tensor
  public var runs: [[Step]]
  public var seed: UInt64

  public var title: String? { "Compose of \(runs.map(\.count)) steps" }

  public init(_ image: Tensor, _ runs: [[Step]], seed: UInt64) {
    self.image = image
    self.runs = runs
    self.seed = seed
  }
}

/// One image for each run, and what the generator gives next.
public struct DrawnImages: Answer {
  public var images: [Tensor]

  /// The image that went in, as it was afterwards.
  public var original: Tensor
  public var next: UInt64

  public init(_ images: [Tensor], original: Tensor, next: UInt64) {
    self.images = images
    self.original = original
    self.next = next
  }

  public var parts: [Part] {
    images.map { Part("an image", $0) } + [Part("the image that went in", original)]
  }
}

extension Question where Input == ComposedRun, Reply == DrawnImages {
  public static var compose: Self { Self("03.compose") }
}

/// A random transform, so many times of one image, all from one generator.
public struct RandomRun: Codable, Sendable, Titled {
  public enum Kind: Codable, Sendable {
    case flip(probability: Double)
    case crop(height: Int, width: Int, padding: Int)
  }

  public var kind: Kind
  public var image: Tensor
  public var count: Int
  public var seed: UInt64

  public var title: String? {
    switch kind {
    case .flip(let probability):
      "HorizontalFlip with probability \(probability) of an image \(image.shape), \(count) times"
    case .crop(let height, let width, let padding):
      "RandomCrop to \(height) × \(width) with padding \(padding) of an image \(image.shape), "
        + "\(count) times"
    }
  }

  public init(_ kind: Kind, of image: Tensor, count: Int, seed: UInt64) {
    self.kind = kind
    self.image = image
    self.count = count
    self.seed = seed
  }
}

extension Question where Input == RandomRun, Reply == DrawnImages {
  public static var randomTransform: Self { Self("03.random") }
}
