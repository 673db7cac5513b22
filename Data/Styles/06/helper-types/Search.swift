import Tensors

/// A value for each hyper-parameter, by its name.
public typealias Settings = [String: Double]

/// Begins a training with settings. Each call of the function that comes back trains for one epoch more
/// and returns the validation loss.
public typealias Trial = (Settings) -> () -> Double

/// A training that was tried.
public struct Run: Sendable, Equatable {
  public var settings: Settings

  /// The validation losses, one an epoch.
  public var losses: [Double]

  public init(settings: Settings, losses: [Double]) {
    self.settings = settings
    self.losses = losses
  }

  /// The lowest of the losses that are numbers; infinite where none is.
  public var lowest: Double {
    losses.filter { !$0.isNaN }.min() ?? .infinity
  }
}

/// All combinations of the values: the last name's change fastest, as the last digit of a counter does.
public func grid(_ parameters: [(name: String, values: [Double])]) -> [Settings] {
  var counter = Counter(sizes: parameters.map(\.values.count))
  var all: [Settings] = []
  while let digits = counter.next() {
    var settings: Settings = [:]
    for (digit, parameter) in zip(digits, parameters) {
      settings[parameter.name] = parameter.values[digit]
    }
    all.append(settings)
  }
  return all
}

/// `count` settings, each with a draw from every range, in the order of the ranges.
public func randomSettings(
  _ ranges: [(name: String, range: SearchRange)], count: Int,
  using generator: inout some RandomNumberGenerator
) -> [Settings] {
  (0..<count).map { _ in
    var settings: Settings = [:]
    for (name, range) in ranges { settings[name] = range.draw(using: &generator) }
    return settings
  }
}

/// Tries settings one after the other, each for at most `epochs` epochs: a run ends before when
/// `stopping` says so, which every run begins anew.
///
/// Returns the runs in the order in which they were made.
public func search(
  _ settings: [Settings], epochs: Int, stopping: EarlyStopping, trial: Trial
) -> [Run] {
  settings.map {
    var attempt = Attempt(train: trial($0), stopping: stopping)
    return Run(settings: $0, losses: attempt.losses(atMost: epochs))
  }
}

/// The run with the lowest loss; of several the first; nil where no run has a loss that is a finite
/// number.
public func best(of runs: [Run]) -> Run? {
  runs.filter { $0.lowest.isFinite }.min { $0.lowest < $1.lowest }
}

/// Counts as a lock with numbered rings does: the last ring is the fastest.
private struct Counter {
  let sizes: [Int]
  var digits: [Int]?

  init(sizes: [Int]) {
    self.sizes = sizes
    digits = sizes.contains(0) ? nil : sizes.map { _ in 0 }
  }

  mutating func next() -> [Int]? {
    guard let now = digits else { return nil }
    var following = now
    digits = nil
    for ring in sizes.indices.reversed() {
      following[ring] += 1
      if following[ring] < sizes[ring] {
        digits = following
        break
      }
      following[ring] = 0
    }
    return now
  }
}

/// A run on its way.
private struct Attempt {
  let train: () -> Double
  var stopping: EarlyStopping

  mutating func losses(atMost epochs: Int) -> [Double] {
    var losses: [Double] = []
    repeat {
      losses.append(train())
    } while !stopping.isOver(after: losses[losses.count - 1])
      && losses.count < epochs
    return losses
  }
}
