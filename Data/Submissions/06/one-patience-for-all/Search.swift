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
  parameters.reduce([[:]]) { combinations, parameter in
    combinations.flatMap { settings in
      parameter.values.map { settings.merging([parameter.name: $0]) { $1 } }
    }
  }
}

/// `count` sets of settings, one after the other, each with a draw from every range in their order.
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
  var stopping = stopping
  return settings.map { settings in
    let train = trial(settings)
    var run = Run(settings: settings, losses: [])
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
  runs.filter { $0.lowest.isFinite }.min { $0.lowest < $1.lowest }
}
