import Tensors

extension Property {
  static let reducing: [Property] = [
    Property("sum, mean") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let total = BoundedSum(plain.entries, plain.type)
      let count = Double(plain.entries.count)
      return first(
        difference([x.sum()], [total.value], .within([total.bound])),
        difference([x.mean()], [total.value / count], .within([total.bound / count])),
        sums(&trial))
    },
    Property("max, min") { trial in
      let (x, plain) = (trial.x, trial.plain)
      if plain.entries.isEmpty { return nil }
      return first(
        difference([x.max()], [greatest(plain.entries)], .value),
        difference([x.min()], [-greatest(plain.entries.map { -$0 })], .value),
        extremes(&trial))
    },
    Property("sum, mean along an axis") { sums(&$0) },
    Property("max, min along an axis") { extremes(&$0) },
    Property("argmax") { trial in
      for axis in trial.plain.shape.indices where trial.plain.shape[axis] > 0 {
        let positions = trial.plain.reduced(along: axis) { line in
          let greatest = greatest(line)
          return Double(line.firstIndex { $0 == greatest || $0.isNaN && greatest.isNaN } ?? -1)
        }
        let result = trial.x.argmax(along: axis)
        if result != positions.entries.map({ Int($0) }) { return "along \(axis): \(result)" }
      }
      return nil
    },
  ]

  private static func greatest(_ entries: [Double]) -> Double {
    var greatest = -Double.infinity
    for entry in entries {
      if entry.isNaN { return entry }
      if entry > greatest { greatest = entry }
    }
    return greatest
  }

  /// Along every axis, and along one after another until none is left.
  private static func sums(_ trial: inout Trial) -> String? {
    let (x, plain) = (trial.x, trial.plain)
    for axis in plain.shape.indices {
      var kept = plain.shape
      kept[axis] = 1
      let count = Double(plain.shape[axis])
      var bounds: [Double] = []
      let sum = plain.reduced(along: axis) { line in
        let sum = BoundedSum(line, plain.type)
        bounds.append(sum.bound)
        return sum.value
      }
      let mean = sum.map { $0 / count }
      // A mean is rounded twice.
      let roundings = sum.entries.map { abs($0) * (plain.type == .float32 ? 0x1p-23 : 0x1p-52) }
      let least =
        plain.type == .float32 ? Double(Float.leastNonzeroMagnitude) : .leastNonzeroMagnitude
      let ofMean = zip(bounds, roundings).map { ($0 + $1) / count + least }
      let failure = first(
        difference(x.sum(along: axis), sum, .within(bounds)),
        difference(x.sum(along: axis, keepingAxis: true), sum.reshaped(kept), .within(bounds)),
        difference(x.mean(along: axis), mean, .within(ofMean)),
        difference(x.mean(along: axis, keepingAxis: true), mean.reshaped(kept), .within(ofMean)))
      if let failure { return "along \(axis): \(failure)" }
    }
    return nil
  }

  private static func extremes(_ trial: inout Trial) -> String? {
    let (x, plain) = (trial.x, trial.plain)
    for axis in plain.shape.indices where plain.shape[axis] > 0 {
      var kept = plain.shape
      kept[axis] = 1
      let most = plain.reduced(along: axis) { greatest($0) }
      let least = plain.reduced(along: axis) { line in -greatest(line.map { -$0 }) }
      let failure = first(
        difference(x.max(along: axis), most, .value),
        difference(x.max(along: axis, keepingAxis: true), most.reshaped(kept), .value),
        difference(x.min(along: axis), least, .value),
        difference(x.min(along: axis, keepingAxis: true), least.reshaped(kept), .value))
      if let failure { return "along \(axis): \(failure)" }
    }
    return nil
  }
}
