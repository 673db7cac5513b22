import Tensors

/// The size of what a transposed convolution makes of an image.
public struct TransposedSize: PlainInput {
  public var window: WindowSettings
  public var outputPadding: Int
  public var rows: Int
  public var columns: Int

  public init(_ window: WindowSettings, outputPadding: Int = 0, rows: Int, columns: Int) {
    self.window = window
    self.outputPadding = outputPadding
    self.rows = rows
    self.columns = columns
  }

  public var title: String? {
    window.words + (outputPadding == 0 ? "" : ", output padding \(outputPadding)")
      + " and an image of \(counted(rows, "row")) and \(counted(columns, "column"))"
  }
}

extension Question
where Input == LayerRun<TransposedSize>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `[O, P]`.
  public static var transposedSize: Self { Self("10.size") }
}

/// The input of a transposed convolution: `x` `[N, C, H, W]`, `weights` `[C, F, KH, KW]`, `bias` `[F]`.
public struct TransposedInput: LayerInput {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor
  public var window: WindowSettings
  public var outputPadding: Int

  public init(
    x: Tensor, weights: Tensor, bias: Tensor, window: WindowSettings, outputPadding: Int
  ) {
    self.x = x
    self.weights = weights
    self.bias = bias
    self.window = window
    self.outputPadding = outputPadding
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the weights", weights), Part("the bias", bias)] }
    set { (x, weights, bias) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1]),
      Size("F, the number of filters", weights.shape[1]),
    ]
  }

  public var title: String? {
    "x \(x.shape), \(counted(bias.count, "filter")), \(window.words)"
      + (outputPadding == 0 ? "" : ", output padding \(outputPadding)")
      + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<TransposedInput>, Reply == LayerTrace<Tensor, AffineGradients> {
  public static var transposedConvolution: Self { Self("10.transpose") }
}

/// A transposed convolution as it begins, and an image to ask its size for.
public struct TransposedStart: Codable, Sendable {
  public var channels: Int
  public var filters: Int
  public var layout: TransposedSize
  public var seed: UInt64

  public init(channels: Int, filters: Int, layout: TransposedSize, seed: UInt64) {
    self.channels = channels
    self.filters = filters
    self.layout = layout
    self.seed = seed
  }
}

extension Question where Input == TransposedStart, Reply == TensorList {
  /// Weights, bias, and `[O, P]`.
  public static var transposedStart: Self { Self("10.start") }
}

/// Two maps of ours: x, seen as a row, is multiplied by the matrix `there` and becomes as large as y, and
/// y by `back`.
public struct AdjointInput: LayerInput {
  public var x: Tensor
  public var y: Tensor
  public var there: Tensor
  public var back: Tensor

  public init(x: Tensor, y: Tensor, there: Tensor, back: Tensor) {
    self.x = x
    self.y = y
    self.there = there
    self.back = back
  }

  public var differentiable: [Part] {
    get {
      [Part("x", x), Part("y", y), Part("the one matrix", there), Part("the other matrix", back)]
    }
    set {
      (x, y, there, back) = (
        newValue[0].value, newValue[1].value, newValue[2].value, newValue[3].value
      )
    }
  }

  public var sizes: [Size] { [] }

  public var title: String? {
    "x \(x.shape), y \(y.shape), and maps of ours"
      + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<AdjointInput>, Reply == LayerTrace<Double, NoGradients> {
  public static var adjointGap: Self { Self("10.adjoint") }
}

/// The input of an upsampling: `x` `[N, C, H, W]`.
public struct UpsamplingInput: LayerInput {
  public var x: Tensor
  public var factor: Int

  /// Of the bilinear one alone.
  public var alignsCorners: Bool

  public init(_ x: Tensor, factor: Int, alignsCorners: Bool = false) {
    self.x = x
    self.factor = factor
    self.alignsCorners = alignsCorners
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] {
    [Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1])]
  }

  public var title: String? {
    "x \(x.shape), factor \(factor)" + (alignsCorners ? ", with aligned corners" : "")
      + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<UpsamplingInput>, Reply == LayerTrace<Tensor, Tensor> {
  public static var nearest: Self { Self("10.nearest") }
  public static var bilinear: Self { Self("10.bilinear") }
}

/// A line whose inputs are weighed to make a longer one.
public struct LineInput: PlainInput {
  public var count: Int
  public var factor: Int
  public var alignsCorners: Bool

  public init(_ count: Int, factor: Int, alignsCorners: Bool) {
    self.count = count
    self.factor = factor
    self.alignsCorners = alignsCorners
  }

  public var title: String? {
    "count \(count), factor \(factor), alignsCorners \(alignsCorners)"
  }
}

extension Question where Input == LayerRun<LineInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `[factor · count, count]`.
  public static var interpolation: Self { Self("10.interpolation") }
}
