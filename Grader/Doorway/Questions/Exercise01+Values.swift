import Tensors

/// Samples with their labels, to be shuffled one batch after the other from one generator.
public struct ShuffleRun: Codable, Sendable, Titled {
  public var batches: [LabeledRows]
  public var seed: UInt64

  public init(_ batches: [LabeledRows], seed: UInt64) {
    self.batches = batches
    self.seed = seed
  }

  public var title: String? { "x \(batches.map { "\($0.x.shape)" }.joined(separator: ", then "))" }
}

/// Samples `[N, …]` with N labels.
public struct LabeledRows: Answer, Equatable {
  public var x: Tensor
  public var labels: [Int]

  public init(_ x: Tensor, labels: [Int]) {
    self.x = x
    self.labels = labels
  }

  public var parts: [Part] { [Part("x", x), Part("the labels", Tensor(labels))] }
}

/// Shuffled batches, and what the generator would have given next after each.
public struct ShuffleTrace: Answer {
  public var batches: [LabeledRows] = []
  public var next: [UInt64] = []

  public init() {}

  public var parts: [Part] { batches.flatMap(\.parts) }
}

extension Question where Input == ShuffleRun, Reply == ShuffleTrace {
  public static var shuffled: Self { Self("01.shuffled") }
}

/// A few rows that are shuffled many times, from one generator.
public struct ShuffleOrders: Codable, Sendable, Titled {
  public var rows: Int
  public var times: Int
  public var seed: UInt64

  public init(rows: Int, times: Int, seed: UInt64) {
    self.rows = rows
    self.times = times
    self.seed = seed
  }

  public var title: String? { "\(rows) rows, \(times) times" }
}

extension Question where Input == ShuffleOrders, Reply == Tensor {
  /// The labels 0, 1, … in the order in which they came back each time, `[times, rows]`.
  public static var shuffledOrders: Self { Self("01.shuffled.orders") }
}

/// A tensor that is to be clipped where it lies.
public struct Clipping: LayerInput {
  public var x: Tensor
  public var bound: Double

  public init(_ x: Tensor, to bound: Double) {
    self.x = x
    self.bound = bound
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var title: String? { "x \(x.shape) to \(bound)" }

  public var sizes: [Size] { x.sizes }
}

extension Question where Input == LayerRun<Clipping>, Reply == LayerTrace<Tensor, NoGradients> {
  /// The variable afterwards.
  public static var clip: Self { Self("01.clip") }
}

/// Tensors for a running mean: those before a copy is made of it, and then, in turn, its own and the
/// copy's.
public struct MeanRun: LayerInput {
  public var before: [Tensor]
  public var own: [Tensor]
  public var copys: [Tensor]

  public init(before: [Tensor], own: [Tensor] = [], copys: [Tensor] = []) {
    self.before = before
    self.own = own
    self.copys = copys
  }

  public var differentiable: [Part] {
    get { (before + own + copys).map { Part("x", $0) } }
    set {
      let values = newValue.map(\.value)
      (before, own, copys) = (
        Array(values.prefix(before.count)), Array(values.dropFirst(before.count).prefix(own.count)),
        Array(values.suffix(copys.count))
      )
    }
  }

  public var title: String? {
    let shape = (before + own + copys).first?.shape ?? []
    let first = "\(counted(before.count + own.count, "tensor")) \(shape)"
    return copys.isEmpty
      ? first : "\(first), and \(copys.count) for a copy made after \(before.count)"
  }

  public var sizes: [Size] { [] }
}

/// The mean before the first tensor and after each, and so the count.
public struct MeanTrace: Answer {
  public var atFirst = Tensor(0)
  public var means: [Tensor] = []
  public var counts: [Int] = []
  public var copysMeans: [Tensor] = []
  public var copysCounts: [Int] = []

  public init() {}

  public var parts: [Part] {
    [Part("the mean of none", atFirst)]
      + means.enumerated().map { Part("the mean after \($0 + 1)", $1) }
      + [Part("the count after each tensor", Tensor(counts))]
      + copysMeans.map { Part("the copy's mean", $0) }
      + [Part("the copy's count after each", Tensor(copysCounts))]
  }
}

extension Question where Input == LayerRun<MeanRun>, Reply == LayerTrace<MeanTrace, NoGradients> {
  public static var runningMean: Self { Self("01.runningMean") }
}
