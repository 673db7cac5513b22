import Tensors

/// What an input is that has no tensors: numbers, told in words of its own.
public protocol PlainInput: LayerInput {}

extension PlainInput {
  public var differentiable: [Part] {
    get { [] }
    set {}
  }

  public var sizes: [Size] { [] }
}

/// Losses that are shown one after the other until the training is over.
public struct StoppingInput: PlainInput {
  public var patience: Int
  public var minimumProgress: Double
  public var losses: [Double]

  public init(patience: Int, minimumProgress: Double = 0, losses: [Double]) {
    self.patience = patience
    self.minimumProgress = minimumProgress
    self.losses = losses
  }

  public var title: String? {
    "patience \(patience), minimumProgress \(minimumProgress), losses \(losses)"
  }
}

extension Question
where Input == LayerRun<StoppingInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// A row for each loss that was shown: whether it is over, the best loss, its epoch, all epochs.
  public static var earlyStopping: Self { Self("06.stopping") }
}

/// Where a hyper-parameter is looked for.
public enum Range06: Codable, Sendable, Equatable {
  case log(Double, Double)
  case float(Double, Double)
  case integer(Int, Int)
  case item([Double])
}

/// Draws from ranges, by one generator: `count` from each in turn, or `count` settings of all.
public struct RangeDraws: Codable, Sendable, Titled {
  public var ranges: [Range06]
  public var count: Int
  public var seed: UInt64

  public init(_ ranges: [Range06], count: Int, seed: UInt64) {
    self.ranges = ranges
    self.count = count
    self.seed = seed
  }

  public var title: String? { "\(count) draws from \(ranges.count) ranges" }
}

/// Numbers drawn, a row for each range or for each settings; and what the generator gives next.
public struct RangeTrace: Answer {
  public var rows: [Tensor]
  public var next: UInt64

  public init(rows: [Tensor], next: UInt64) {
    self.rows = rows
    self.next = next
  }

  public var parts: [Part] {
    rows.enumerated().map { Part("row \($0)", $1) } + [
      Part("the next number", Tensor(Double(next)))
    ]
  }
}

extension Question where Input == RangeDraws, Reply == RangeTrace {
  /// `count` draws from each range in turn.
  public static var rangeDraws: Self { Self("06.range.draws") }

  /// `count` settings; the ranges are called `SettingNames` in their order.
  public static var randomSettings: Self { Self("06.random.settings") }
}

/// What hyper-parameters are called here.
public enum SettingNames {
  public static let all = ["rate", "hidden", "decay", "batch", "momentum"]

  /// The values of settings in the order of the first `count` names, and how many names they have. What
  /// is missing is so small a number as no draw is.
  public static func row(_ settings: [String: Double], _ count: Int) -> Tensor {
    Tensor(all.prefix(count).map { settings[$0] ?? -1e300 } + [Double(settings.count)])
  }
}

/// The values of each of some hyper-parameters.
public struct GridInput: PlainInput {
  public var values: [[Double]]

  public init(_ values: [[Double]]) {
    self.values = values
  }

  public var title: String? { "the values \(values)" }
}

extension Question
where Input == LayerRun<GridInput>, Reply == LayerTrace<TensorList, NoGradients> {
  /// A row for each combination.
  public static var grid: Self { Self("06.grid") }
}

/// Settings of one hyper-parameter with the losses that a training with them has, epoch by epoch.
public struct SearchInput: PlainInput {
  public var scripts: [[Double]]
  public var epochs: Int
  public var patience: Int
  public var minimumProgress: Double

  public init(
    scripts: [[Double]], epochs: Int, patience: Int, minimumProgress: Double = 0
  ) {
    self.scripts = scripts
    self.epochs = epochs
    self.patience = patience
    self.minimumProgress = minimumProgress
  }

  public var title: String? {
    "\(scripts.count) settings, \(epochs) epochs, patience \(patience), "
      + "losses \(scripts.map { $0.prefix(epochs).map { $0 } })"
  }
}

/// The runs of a search. NaN is like no number: -1 stands in its place.
public struct SearchTrace: Answer {
  /// The settings and the losses of each run that came back.
  public var runs: [Tensor]

  /// What was done: the number of the settings at each beginning and each epoch, in their order.
  public var beginnings: [Int]
  public var epochs: [Int]

  public init(runs: [Tensor], beginnings: [Int], epochs: [Int]) {
    self.runs = runs.map { $0.replacing(with: -1, where: .!($0 .== $0)) }
    self.beginnings = beginnings
    self.epochs = epochs
  }

  public var parts: [Part] {
    runs.enumerated().map { Part("the settings and the losses of run \($0)", $1) } + [
      Part("the settings that trainings were begun with", Tensor(beginnings)),
      Part("the settings whose training made an epoch, in turn", Tensor(epochs)),
    ]
  }
}

extension Question
where Input == LayerRun<SearchInput>, Reply == LayerTrace<SearchTrace, NoGradients> {
  public static var search: Self { Self("06.search") }
}

extension Question where Input == LayerRun<SearchInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// The number of the best of runs that have all losses of their scripts, or -1.
  public static var bestRun: Self { Self("06.best") }

  /// The lowest loss of each of these runs.
  public static var lowestLoss: Self { Self("06.run.lowest") }
}

/// Folds of samples, and the scores that a method has on them.
public struct FoldInput: PlainInput {
  public var folds: Int
  public var order: [Int]
  public var scores: [Double]

  public init(folds: Int, order: [Int], scores: [Double]) {
    self.folds = folds
    self.order = order
    self.scores = scores
  }

  public var title: String? { "\(folds) folds of the samples \(order), scores \(scores)" }
}

extension Question
where Input == LayerRun<FoldInput>, Reply == LayerTrace<TensorList, NoGradients> {
  /// For each call in turn the training part and the validation part; and the scores that came back.
  public static var crossValidation: Self { Self("06.folds") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Double, NoGradients> {
  public static var foldMean: Self { Self("06.folds.mean") }
  public static var foldDeviation: Self { Self("06.folds.deviation") }
}
