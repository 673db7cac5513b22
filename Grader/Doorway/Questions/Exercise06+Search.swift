import Tensors

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

  public var title: String? { "\(counted(count, "draw")) from \(counted(ranges.count, "range"))" }
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
  public static let names = ["rate", "hidden", "decay", "batch", "momentum"]

  /// A row for each settings: the values in the order of the first `count` names, and how many names it
  /// has. What is missing is so great a number as no draw is.
  public static func rows(_ all: [[String: Double]], _ count: Int) -> Tensor {
    let rows = all.map { settings in
      names.prefix(count).map { settings[$0] ?? 1e300 } + [Double(settings.count)]
    }
    return Tensor(shape: [rows.count, count + 1], scalars: rows.flatMap(\.self))
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

extension Question where Input == LayerRun<GridInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// A row for each combination: the values, and how many names there are.
  public static var grid: Self { Self("06.grid") }
}

/// Settings of one hyper-parameter with the losses that a training with them has, epoch by epoch.
public struct SearchInput: PlainInput {
  public var scripts: [[Double]]

  /// The settings are called by numbers: this is the first.
  public var firstNumber = 0
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
    "\(counted(scripts.count, "setting")), \(countOfEpochs(epochs)), patience \(patience), "
      + "losses \(scripts.map { $0.prefix(epochs).map { $0 } })"
  }
}

/// The runs of a search, and what was done. NaN is like no number: -1 stands in its place.
public struct SearchTrace: Answer {
  /// The number of each run's settings.
  public var settings: [Double]

  /// How many losses each run has, and all of them, run after run.
  public var counts: [Int]
  public var losses: [Double]

  /// The number of the settings at each beginning of a training and at each epoch, in their order.
  public var beginnings: [Int]
  public var epochs: [Int]

  public init(
    settings: [Double], losses: [[Double]], beginnings: [Int], epochs: [Int]
  ) {
    self.settings = settings
    self.beginnings = beginnings
    self.epochs = epochs
    counts = losses.map(\.count)
    self.losses = losses.flatMap(\.self).map { $0.isNaN ? -1 : $0 }
  }

  public var parts: [Part] {
    [
      Part("the settings that trainings were begun with", Tensor(beginnings)),
      Part("the settings whose training made an epoch, in turn", Tensor(epochs)),
      Part("the settings of the runs", Tensor(settings)),
      Part("how many losses each run has", Tensor(counts)),
      Part("the losses of all runs", Tensor(losses)),
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

/// What a method was scored on, fold after fold, and the scores that came back.
public struct FoldTrace: Answer {
  public var training: [[Int]] = []
  public var validation: [[Int]] = []
  public var scores: [Double] = []

  public init() {}

  public var parts: [Part] {
    [
      Part("how many samples each fold validates on", Tensor(validation.map(\.count))),
      Part("the validation parts, fold after fold", Tensor(validation.flatMap(\.self))),
      Part("how many samples each fold trains on", Tensor(training.map(\.count))),
      Part("the training parts, fold after fold", Tensor(training.flatMap(\.self))),
      Part("the scores", Tensor(scores)),
    ]
  }
}

extension Question
where Input == LayerRun<FoldInput>, Reply == LayerTrace<FoldTrace, NoGradients> {
  public static var crossValidation: Self { Self("06.folds") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Double, NoGradients> {
  public static var foldMean: Self { Self("06.folds.mean") }
  public static var foldDeviation: Self { Self("06.folds.deviation") }
}
