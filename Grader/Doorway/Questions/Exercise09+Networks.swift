import Tensors

/// Windows, one behind the other.
public struct WindowStack: PlainInput {
  public var windows: [WindowSettings]

  public init(_ windows: [WindowSettings]) {
    self.windows = windows
  }

  public var title: String? {
    windows.isEmpty ? "no windows" : windows.map(\.words).joined(separator: ", then ")
  }
}

extension Question where Input == LayerRun<WindowStack>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Rows and columns.
  public static var receptiveField: Self { Self("09.field") }
}

/// A module of ours whose outputs are sums of some of its inputs, and images to measure it on.
public struct TappedModule: PlainInput {
  /// Of output channel 0: `factor` times the input in that channel, so many rows and columns away.
  public struct Tap: Codable, Sendable {
    public var channel: Int
    public var row: Int
    public var column: Int
    public var factor: Double

    public init(channel: Int, row: Int, column: Int, factor: Double) {
      self.channel = channel
      self.row = row
      self.column = column
      self.factor = factor
    }
  }

  public var x: Tensor
  public var taps: [Tap]

  public init(_ x: Tensor, _ taps: [Tap]) {
    self.x = x
    self.taps = taps
  }

  public var title: String? {
    "x \(x.shape), a module whose output depends on rows "
      + "\(taps.map(\.row)) and columns \(taps.map(\.column)) away"
  }
}

extension Question where Input == LayerRun<TappedModule>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Rows and columns.
  public static var measuredField: Self { Self("09.field.measured") }
}

/// `x` `[N, D]` and modules of ours with one parameter `[D]` each: those of a chain, or of the two ways
/// of a residual module.
public struct ModuleInput: LayerInput {
  public var x: Tensor
  public var main: [Tensor]
  public var shortcut: [Tensor]

  public init(_ x: Tensor, main: [Tensor], shortcut: [Tensor] = []) {
    self.x = x
    self.main = main
    self.shortcut = shortcut
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + (main + shortcut).map { Part("a parameter", $0) } }
    set {
      x = newValue[0].value
      let parameters = newValue.dropFirst().map(\.value)
      main = Array(parameters.prefix(main.count))
      shortcut = Array(parameters.suffix(shortcut.count))
    }
  }

  public var sizes: [Size] { [Size("N, the number of samples", x.shape[0])] }

  public var title: String? {
    "x \(x.shape) through \(counted(main.count, "module"))"
      + (shortcut.isEmpty ? "" : ", and \(shortcut.count) on the shortcut")
      + (x.elementType == .float32 ? " (float32)" : "")
      + (x.count > 2
        ? ""
        : "; each computes parameter · x + 0.1 · x², notes the mean of x in training, and adds 1 and "
          + "its notes where there is none")
  }
}

/// The gradients of a network at `x`, and at its parameters in their order.
public struct ModuleGradients: Answer {
  public var x: Tensor
  public var parameters: [Tensor]

  public init(x: Tensor, parameters: [Tensor]) {
    self.x = x
    self.parameters = parameters
  }

  public var parts: [Part] {
    [Part("the gradient at x", x)]
      + parameters.enumerated().map { Part("the gradient at parameter \($0 + 1)", $1) }
  }
}

extension Question
where Input == LayerRun<ModuleInput>, Reply == LayerTrace<Tensor, ModuleGradients> {
  public static var chain: Self { Self("09.chain") }
  public static var residual: Self { Self("09.residual") }
}

extension Question where Input == LayerRun<ModuleInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Two passes of training, and then one that is none; the modules of ours count the first two.
  public static var chainNotes: Self { Self("09.chain.notes") }
  public static var residualNotes: Self { Self("09.residual.notes") }
}

/// A network of the handout, with parameters of ours, and images that go there and back.
public struct NetworkInput09: PlainInput {
  public enum Kind: String, Codable, Sendable { case leNet, block, residualNet }

  public var kind: Kind

  /// `[C, H, W]`
  public var image: [Int]

  /// The classes; of a block, its filters.
  public var outputs: Int

  /// The widths of a residual network; of a block, its stride.
  public var settings: [Int]
  public var count: Int
  public var seed: UInt64

  public init(
    _ kind: Kind, image: [Int], outputs: Int, settings: [Int] = [], count: Int, seed: UInt64
  ) {
    self.kind = kind
    self.image = image
    self.outputs = outputs
    self.settings = settings
    self.count = count
    self.seed = seed
  }

  public var title: String? {
    switch kind {
    case .leNet: "leNet of \(counted(count, "image")) \(image), \(outputs) classes"
    case .block:
      "residualBlock of \(counted(count, "image")) \(image), \(counted(outputs, "filter")), stride \(settings[0])"
    case .residualNet:
      "residualNet of \(counted(count, "image")) \(image), widths \(settings), \(outputs) classes"
    }
  }
}

/// The shapes of the parameters of a network; its outputs in training; and the gradients at the images
/// and, summed up with the parameter as weights, at each parameter.
public struct NetworkAnswer09: Answer {
  public var shapes: [[Int]]
  public var output: Tensor
  public var x: Tensor
  public var slopes: [Double]

  public init(shapes: [[Int]], output: Tensor, x: Tensor, slopes: [Double]) {
    self.shapes = shapes
    self.output = output
    self.x = x
    self.slopes = slopes
  }

  public var parts: [Part] {
    // A row for each, filled up: of the wrong number of parameters, too, a mistake can be told.
    let rows = shapes.map { $0.prefix(4) + [Int](repeating: 0, count: max(0, 4 - $0.count)) }
    return [
      Part(
        "the list of the parameters' shapes",
        Tensor(rows.flatMap { $0 }).reshaped(to: [shapes.count, 4])),
      Part("the output", output), Part("the gradient at x", x),
      Part("the slopes along the parameters", Tensor(slopes)),
    ]
  }
}

extension Question
where Input == LayerRun<NetworkInput09>, Reply == LayerTrace<NetworkAnswer09, NoGradients> {
  public static var network09: Self { Self("09.network") }
}

/// A convolution as it begins.
public struct ConvolutionStart: Codable, Sendable {
  public var channels: Int
  public var filters: Int
  public var window: WindowSettings
  public var groups: Int
  public var seed: UInt64

  public init(channels: Int, filters: Int, window: WindowSettings, groups: Int, seed: UInt64) {
    self.channels = channels
    self.filters = filters
    self.window = window
    self.groups = groups
    self.seed = seed
  }
}

extension Question where Input == ConvolutionStart, Reply == TensorList {
  /// Weights and bias; height, width, stride, padding and dilation of the window, and the groups; and the
  /// weights of another one from the same generator.
  public static var convolutionStart: Self { Self("09.start") }
}
