/// Timing two things by turns, so that whatever slows the machine for a while slows both.
public struct Rounds {
  var count: Int

  /// In seconds.
  struct Medians {
    var ours: Double
    var limit: Double
  }

  /// Returns the medians over the rounds. Each round takes the best of `repetitions` runs in a row,
  /// since whatever else the machine does can only add to a run.
  func medians(
    repetitions: Int = 1, ours: () throws -> Void, limit: () throws -> Void
  ) rethrows -> Medians {
    var times: [(ours: Double, limit: Double)] = []
    for _ in 0..<count {
      times.append(
        (try best(of: repetitions, ours), try best(of: repetitions, limit)))
    }
    return Medians(ours: median(times.map(\.ours)), limit: median(times.map(\.limit)))
  }

  private func best(of repetitions: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<repetitions {
      let start = ContinuousClock.now
      try body()
      best = min(best, seconds(since: start))
    }
    return best
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
