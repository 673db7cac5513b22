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
    var lowest = Double.infinity
    for loss in losses where loss < lowest { lowest = loss }
    return lowest
  }
}

/// All combinations of the values: the last name's change fastest, as the last digit of a counter does.
public func grid(_ parameters: [(name: String, values: [Double])]) -> [Settings] {
  var all: [Settings] = [[:]]
  for (name, values) in parameters {
    var next: [Settings] = []
    for settings in all {
      for value in values {
        var copy = settings
        copy[name] = value
        next.append(copy)
      }
    }
    all = next
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
  var runs: [Run] = []
  for each in settings {
    let oneEpoch = trial(each)
    var watch = EarlyStopping(
      patience: stopping.patience, minimumProgress: stopping.minimumProgress)
    var losses: [Double] = []
    for _ in 0..<epochs {
      let loss = oneEpoch()
      losses.append(loss)
      if watch.isOver(after: loss) { break }
    }
    runs.append(Run(settings: each, losses: losses))
  }
  return runs
}

/// The run with the lowest loss; of several the first; nil where no run has a loss that is a finite
/// number.
public func best(of runs: [Run]) -> Run? {
  var best: Run?
  for run in runs where run.lowest < (best?.lowest ?? .infinity) { best = run }
  return best
}
