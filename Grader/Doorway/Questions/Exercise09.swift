import Tensors

/// A window, in the numbers of exercise 09.
public struct WindowSettings: Codable, Sendable, Equatable {
  public var height: Int
  public var width: Int
  public var stride: Int
  public var padding: Int
  public var dilation: Int

  public init(_ height: Int, _ width: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1) {
    self.height = height
    self.width = width
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }

  /// "a window 3 × 2 with stride 2 and padding 1"
  public var words: String {
    var settings = stride == 1 ? [] : ["stride \(stride)"]
    if padding != 0 { settings.append("padding \(padding)") }
    if dilation != 1 { settings.append("dilation \(dilation)") }
    return "a window \(height) × \(width)"
      + (settings.isEmpty ? "" : " with " + settings.joined(separator: ", "))
  }
}

/// Where a window lies: at how many places on an image of `rows` and `columns`, and in which row its
/// `entries` lie, each at each of `places`.
public struct WindowPlaces: PlainInput {
  public var window: WindowSettings
  public var rows: Int
  public var columns: Int
  public var entries: [Int]
  public var places: [Int]

  public init(
    _ window: WindowSettings, rows: Int, columns: Int, entries: [Int] = [], places: [Int] = []
  ) {
    self.window = window
    self.rows = rows
    self.columns = columns
    self.entries = entries
    self.places = places
  }

  public var title: String? {
    entries.isEmpty
      ? "\(window.words) on \(counted(rows, "row")) and \(counted(columns, "column"))"
      : "\(window.words), entries \(entries) at places \(places)"
  }
}

extension Question where Input == LayerRun<WindowPlaces>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `[O, P]`.
  public static var windowPlaces: Self { Self("09.window.places") }

  /// A row for each entry.
  public static var windowPositions: Self { Self("09.window.position") }
}

/// The input of a convolution: `x` `[N, C, H, W]`, `weights` `[F, C / G, KH, KW]`, `bias` `[F]`.
public struct ConvolutionInput: LayerInput {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor
  public var window: WindowSettings
  public var groups: Int

  public init(x: Tensor, weights: Tensor, bias: Tensor, window: WindowSettings, groups: Int) {
    self.x = x
    self.weights = weights
    self.bias = bias
    self.window = window
    self.groups = groups
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part("the weights", weights), Part("the bias", bias)] }
    set { (x, weights, bias) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1]),
      Size("F, the number of filters", weights.shape[0]),
    ]
  }

  public var title: String? {
    let isSingle = x.elementType == .float32
    return "x \(x.shape), \(counted(bias.count, "filter")), \(window.words)"
      + (groups == 1 ? "" : ", \(groups) groups") + (isSingle ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<ConvolutionInput>, Reply == LayerTrace<Tensor, AffineGradients> {
  public static var naiveConvolution: Self { Self("09.naive") }
  public static var convolution: Self { Self("09.conv") }
}

/// How long the two convolutions take, and one of ours made of loops.
public struct ConvolutionTimes: Answer {
  /// In seconds of the thread, the least of several: of the way there, and of the way back.
  public var fast: [Double]
  public var naive: [Double]
  public var ours: [Double]

  public init(fast: [Double], naive: [Double], ours: [Double]) {
    self.fast = fast
    self.naive = naive
    self.ours = ours
  }

  public var parts: [Part] { [fast, naive, ours].map { Part("the seconds", Tensor($0)) } }
}

extension Question where Input == ConvolutionInput, Reply == ConvolutionTimes {
  public static var convolutionTimes: Self { Self("09.conv.times") }
}

extension Question where Input == LayerRun<AffineInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `x` is `[N, C, H, W]`.
  public static var pointwise: Self { Self("09.pointwise") }
}

/// The input of a pooling: `x` `[N, C, H, W]`.
public struct PoolingInput: LayerInput {
  public var x: Tensor
  public var window: WindowSettings

  public init(_ x: Tensor, _ window: WindowSettings) {
    self.x = x
    self.window = window
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] {
    [Size("N, the number of images", x.shape[0]), Size("C, the number of channels", x.shape[1])]
  }

  public var title: String? {
    "x \(x.shape), \(window.words)" + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<PoolingInput>, Reply == LayerTrace<Tensor, Tensor> {
  public static var maxPool: Self { Self("09.maxPool") }
  public static var averagePool: Self { Self("09.averagePool") }
}
