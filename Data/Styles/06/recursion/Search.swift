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
    guard let last = losses.last else { return .infinity }
    let before = Run(settings: settings, losses: losses.dropLast()).lowest
    return last < before ? last : before
  }
}

/// All combinations of the values: the last name's change fastest, as the last digit of a counter does.
public func grid(_ parameters: [(name: String, values: [Double])]) -> [Settings] {
  guard let (name, values) = parameters.first else { return [[:]] }
  let rest = grid(Array(parameters.dropFirst()))
  return values.flatMap { value in
    rest.map { settings in
      var settings = settings
      settings[name] = value
      return settings
    }
  }
}

/// `count` settings, each with a draw from every range, in the order of the ranges.
public func randomSettings(
  _ ranges: [(name: String, range: SearchRange)], count: Int,
  using generator: inout some RandomNumberGenerator
) -> [Settings] {
  guard count > 0 else { return [] }
  var first: Settings = [:]
  for (name, range) in ranges { first[name] = range.draw(using: &generator) }
  return [first] + randomSettings(ranges, count: count - 1, using: &generator)
}

/// Tries settings one after the other, each for at most `epochs` epochs: a run ends before when
/// `stopping` says so, which every run begins anew.
///
/// Returns the runs in the order in which they were made.
public func search(
  _ settings: [Settings], epochs: Int, stopping: EarlyStopping, trial: Trial
) -> [Run] {
  func go(_ train: () -> Double, _ stopping: EarlyStopping, _ left: Int) -> [Double] {
    guard left > 0 else { return [] }
    var stopping = stopping
    let loss = train()
    let isOver = stopping.isOver(after: loss)
    return [loss] + (isOver ? [] : go(train, stopping, left - 1))
  }
  return settings.map { Run(settings: $0, losses: go(trial($0), stopping, epochs)) }
}

/// The run with the lowest loss; of several the first; nil where no run has a loss that is a finite
/// number.
public func best(of runs: [Run]) -> Run? {
  guard let last = runs.last else { return nil }
  let before = best(of: runs.dropLast())
  guard last.lowest < .infinity else { return before }
  return before.map { $0.lowest <= last.lowest ? $0 : last } ?? last
}
