/// How far a batch has come.
public struct BatchProgress: Sendable {
  /// How many submissions there are, how many of them have their reports, and how many of those are
  /// from an earlier run.
  public var count: Int
  public var done: Int
  public var kept: Int

  /// How many reports of an earlier run are not believed any more.
  public var renewed = 0

  /// How many are at work at the same time, and for how long they have been.
  var jobs: Int
  var seconds: Double

  /// The time that the rest will take if it is like what has been done: those that are at work are
  /// half done, one with another. Nil where nothing is left, or nothing is known.
  var secondsLeft: Double? {
    let rest = count - done
    let begun = Double(min(jobs, rest)) / 2
    let worked = Double(done - kept) + begun
    guard rest > 0, done > kept else { return nil }
    return seconds / worked * (Double(rest) - begun)
  }
}
