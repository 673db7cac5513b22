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
  let sizes = parameters.map(\.values.count)
  return (0..<sizes.reduce(1, *)).map { number in
    var rest = number
    var settings: Settings = [:]
    for (name, values) in parameters.reversed() {
      settings[name] = values[rest % values.count]
      rest /= values.count
    }
    return settings
  }
}

/// `count` settings, each with a draw from every range, in the order of the ranges.
public func randomSettings(
  _ ranges: [(name: String, range: SearchRange)], count: Int,
  using generator: inout some RandomNumberGenerator
) -> [Settings] {
  let draws = (0..<count * ranges.count).map {
    ranges[$0 % ranges.count].range.draw(using: &generator)
  }
  return (0..<count).map { i in
    Settings(
      uniqueKeysWithValues: ranges.enumerated().map {
        ($0.element.name, draws[i * ranges.count + $0.offset])
      })
  }
}

/// Tries settings one after the other, each for at most `epochs` epochs: a run ends before when
/// `stopping` says so, which every run begins anew.
///
/// Returns the runs in the order in which they were made.
public func search(
  _ settings: [Settings], epochs: Int, stopping: EarlyStopping, trial: Trial
) -> [Run] {
  settings.map { settings in
    let train = trial(settings)
    var (stopping, run) = (stopping, Run(settings: settings, losses: []))
    var isOver = false
    while !isOver, run.losses.count < epochs {
      run.losses.append(train())
      isOver = stopping.isOver(after: run.losses[run.losses.count - 1])
    }
    return run
  }
}

/// The run with the lowest loss; of several the first; nil where no run has a loss that is a finite
/// number.
public func best(of runs: [Run]) -> Run? {
  let lowest = runs.map(\.lowest)
  guard let least = lowest.filter(\.isFinite).min() else { return nil }
  return lowest.firstIndex(of: least).map { runs[$0] }
}
