import Doorway
import Tensors

extension Observation {
  /// Returns what can be seen of `evidence`, of which something differs: the first of these that
  /// holds of all of it.
  static func found(in evidence: [Evidence]) -> Observation? {
    guard evidence.allSatisfy({ $0.miscount == nil }) else { return nil }
    let pairs = evidence.flatMap { evidence in
      evidence.comparisons.compactMap { comparison in
        comparison.expected.map { Pair(comparison, $0, evidence.tolerance) }
      }
    }
    let wrong = pairs.filter { !$0.isRight }
    guard !wrong.isEmpty else { return nil }
    if let transposed = transposed(wrong) { return transposed }
    // Of another shape there is nothing to compare.
    guard wrong.allSatisfy({ $0.shapes.seen == $0.shapes.expected }) else { return nil }
    return infinite(pairs, wrong) ?? stretched(wrong) ?? single(wrong) ?? alike(wrong)
      ?? factor(pairs, wrong)
      ?? offset(wrong) ?? otherCall(pairs, wrong) ?? place(pairs, wrong)
  }

  /// A comparison, taken apart.
  private struct Pair {
    let seen: [Double]
    let expected: [Double]
    let shapes: (seen: [Int], expected: [Int])
    let comparison: Comparison
    let tolerance: Tolerance
    let isRight: Bool

    init(_ comparison: Comparison, _ expected: Tensor, _ tolerance: Tolerance) {
      seen = comparison.seen.value.scalars
      self.expected = expected.scalars
      shapes = (comparison.seen.value.shape, expected.shape)
      self.comparison = comparison
      self.tolerance = tolerance.among(expected.scalars)
      isRight = comparison.difference(tolerance) == nil
    }

    var context: Context { comparison.context }

    func matches(_ transform: (Double) -> Double) -> Bool {
      shapes.seen == shapes.expected
        && zip(seen, expected).allSatisfy { tolerance.accepts($0, for: transform($1)) }
    }

    var wrongEntries: [Int] {
      seen.indices.filter { !tolerance.accepts(seen[$0], for: expected[$0]) }
    }
  }

  private static func transposed(_ wrong: [Pair]) -> Observation? {
    let fits = wrong.allSatisfy { pair in
      guard pair.shapes.expected.count == 2,
        pair.shapes.seen == Array(pair.shapes.expected.reversed())
      else { return false }
      let turned = Tensor(shape: pair.shapes.expected, scalars: pair.expected).transposed()
      return zip(pair.seen, turned.scalars).allSatisfy { pair.tolerance.accepts($0, for: $1) }
    }
    // A single row turned is a matter of its shape.
    return fits && wrong.contains { $0.shapes.expected.allSatisfy { $0 > 1 } } ? .transposed : nil
  }

  private static func infinite(_ pairs: [Pair], _ wrong: [Pair]) -> Observation? {
    let isRightElsewhere = wrong.allSatisfy { pair in
      pair.wrongEntries.allSatisfy { !pair.seen[$0].isFinite }
    }
    guard isRightElsewhere else { return nil }
    var least = Double.infinity
    for pair in wrong {
      guard let x = pair.context.inputs.first?.value, x.shape == pair.shapes.seen else {
        return .notFinite
      }
      let entries = x.scalars
      for i in pair.wrongEntries { least = min(least, abs(entries[i])) }
    }
    let asked = pairs.flatMap { $0.context.inputs.first?.value.scalars ?? [] }.map { abs($0) }
    guard least > 20, let right = asked.filter({ $0 < least }).max() else { return .notFinite }
    return .overflow(from: least, right: right)
  }

  private static func single(_ wrong: [Pair]) -> Observation? {
    let isNear = wrong.allSatisfy { pair in
      let size = pair.expected.map { abs($0) }.max() ?? 0
      let near = Tolerance(absolute: 2e-6 * max(size, 0.1), relative: 0)
      return zip(pair.seen, pair.expected).allSatisfy { near.accepts($0, for: $1) }
    }
    return isNear ? .roundedToSingle : nil
  }

  /// Whether the columns, or the rows, of all that is wrong have each a factor of their own.
  private static func stretched(_ wrong: [Pair]) -> Observation? {
    for columns in [true, false] {
      let found = wrong.map { factors(of: $0, columns: columns) }
      // One for all of an answer is told otherwise.
      let differ = found.contains { factors in
        guard let factors, let first = factors.first else { return false }
        return factors.contains { abs($0 - first) > 1e-9 * first }
      }
      if differ, !found.contains(nil) { return .stretched(columns: columns) }
    }
    return nil
  }

  /// The factor of each column or row; nil where one of them has none.
  private static func factors(of pair: Pair, columns: Bool) -> [Double]? {
    guard pair.shapes.expected.count == 2 else { return nil }
    let (rows, width) = (pair.shapes.expected[0], pair.shapes.expected[1])
    let lines = (0..<(columns ? width : rows)).map { line in
      columns
        ? Array(stride(from: line, to: pair.expected.count, by: width))
        : Array(line * width..<(line + 1) * width)
    }
    // Two numbers may have the same factor by chance.
    guard lines.allSatisfy({ $0.count > 2 }) else { return nil }
    let factors = lines.compactMap { entries -> Double? in
      guard let largest = entries.max(by: { abs(pair.expected[$0]) < abs(pair.expected[$1]) })
      else { return nil }
      let factor = pair.seen[largest] / pair.expected[largest]
      let isFactor = entries.allSatisfy {
        pair.tolerance.accepts(pair.seen[$0], for: factor * pair.expected[$0])
      }
      return isFactor && factor.isFinite && factor > 0 ? factor : nil
    }
    return factors.count == lines.count ? factors : nil
  }

  /// All zeros, or what went in.
  private static func alike(_ wrong: [Pair]) -> Observation? {
    if wrong.allSatisfy({ $0.seen.allSatisfy { $0 == 0 } }) { return .zero }
    let names = wrong[0].context.inputs.map(\.name)
    let name = names.first { name in
      wrong.allSatisfy { pair in
        guard let input = pair.context.inputs.first(where: { $0.name == name })?.value else {
          return false
        }
        return input.shape == pair.shapes.seen && input.scalars == pair.seen
      }
    }
    return name.map { .input($0) }
  }

  private static func factor(_ pairs: [Pair], _ wrong: [Pair]) -> Observation? {
    func isEverywhere(_ factor: (Pair) -> Double?) -> Bool {
      pairs.allSatisfy { pair in factor(pair).map { k in pair.matches { k * $0 } } ?? false }
    }
    // More than one number has to say so.
    guard pairs.map(\.expected.count).reduce(0, +) > 2,
      let pair = wrong.first,
      let i = pair.wrongEntries.first(where: { pair.expected[$0] != 0 })
    else { return nil }
    let ratio = pair.seen[i] / pair.expected[i]
    guard ratio.isFinite, ratio != 0 else { return nil }
    for factor in [-1.0, 2, 0.5, -2, -0.5] where isEverywhere({ _ in factor }) {
      return .factor(factor)
    }
    if isEverywhere({ _ in ratio }) { return .factor(ratio) }
    let fitting = pair.context.sizes.enumerated().flatMap { index, size in
      [1.0, -1, 2, 0.5].flatMap { scale in
        [true, false].filter { isDivided in
          isEverywhere { pair in
            guard index < pair.context.sizes.count else { return nil }
            let n = Double(pair.context.sizes[index].value)
            return scale * (isDivided ? 1 / n : n)
          }
        }.map { Observation.sizeFactor(size, isDivided: $0, by: scale) }
      }
    }
    // Where two sizes are alike in all that was asked, nobody knows which one it is.
    return fitting.count == 1 ? fitting[0] : nil
  }

  private static func offset(_ wrong: [Pair]) -> Observation? {
    guard wrong.map(\.expected.count).reduce(0, +) > 2, let i = wrong[0].wrongEntries.first else {
      return nil
    }
    let offset = wrong[0].seen[i] - wrong[0].expected[i]
    guard offset.isFinite, abs(offset) > 1e-6 else { return nil }
    return wrong.allSatisfy { $0.matches { $0 + offset } } ? .offset(offset) : nil
  }

  /// Whether every wrong answer is what another call should have given.
  private static func otherCall(_ pairs: [Pair], _ wrong: [Pair]) -> Observation? {
    let isOther = wrong.allSatisfy { pair in
      pair.expected.count > 1
        && pairs.contains { other in
          other.comparison.seen.name == pair.comparison.seen.name
            && other.shapes.expected == pair.shapes.seen
            && zip(pair.seen, other.expected).allSatisfy { pair.tolerance.accepts($0, for: $1) }
        }
    }
    return isOther ? .otherCall : nil
  }

  private static func place(_ pairs: [Pair], _ wrong: [Pair]) -> Observation? {
    if let first = onlyFirst(pairs) { return first }
    let rows = wrong.allSatisfy { $0.shapes.expected.count > 1 && $0.shapes.expected[0] > 1 }
    if rows {
      func isWrong(_ holds: (_ row: Int, _ count: Int) -> Bool) -> Bool {
        wrong.allSatisfy { pair in
          let width = pair.expected.count / pair.shapes.expected[0]
          return pair.wrongEntries.allSatisfy { holds($0 / width, pair.shapes.expected[0]) }
        }
      }
      let axes = Set(wrong.map(\.shapes.expected.count))
      let known = axes.count == 1 ? axes.first : nil
      if isWrong({ $0 == $1 - 1 }) { return .onlyLast(axes: known) }
      if isWrong({ row, _ in row > 0 }), pairs.count > 1 { return .allButFirst(axes: known) }
    }
    return onlyWhere(pairs, wrong)
  }

  /// A size that all that is wrong has in common, and nothing else that was asked. A single wrong answer has
  /// every size in common, and two sizes that go together tell nobody which one it is.
  private static func onlyWhere(_ pairs: [Pair], _ wrong: [Pair]) -> Observation? {
    let right = pairs.filter { $0.isRight && $0.expected.contains { $0 != 0 } }
    guard wrong.count > 1, right.count > 1 else { return nil }
    let common = wrong[0].context.sizes.enumerated().filter { index, size in
      func value(_ pair: Pair) -> Int? { pair.context.sizes.dropFirst(index).first?.value }
      return wrong.allSatisfy { value($0) == size.value }
        && right.allSatisfy { value($0) != size.value } && Set(right.map(value)).count > 1
    }
    return common.count == 1 ? .onlyWhere(common[0].element) : nil
  }

  /// Right up to a call and wrong in all after it: something that stays behind spoils them.
  private static func onlyFirst(_ pairs: [Pair]) -> Observation? {
    let numbered = pairs.compactMap { pair in
      pair.context.place.map { (number: $0, isRight: pair.isRight) }
    }
    guard numbered.count == pairs.count,
      let firstWrong = numbered.filter({ !$0.isRight }).map(\.number).min(), firstWrong > 1,
      numbered.allSatisfy({ $0.isRight == ($0.number < firstWrong) })
    else { return nil }
    return .onlyFirst(firstWrong - 1)
  }
}
