import Doorway
import Tensors

/// Where an answer departs from what is expected. Shapes come first: where they differ there is
/// nothing to compare.
public enum Difference: Error, Sendable, Equatable {
  case count(seen: Int, expected: Int)
  case shape(part: String, seen: [Int], expected: [Int])

  /// `index` is the first entry that is out of tolerance; `wrong` of `count` entries are.
  case entry(
    part: String, shape: [Int], index: [Int], seen: Double, expected: Double, wrong: Int,
    count: Int)

  /// Returns the first difference between a part and a tensor.
  static func between(_ seen: Part, _ expected: Tensor, _ tolerance: Tolerance) -> Difference? {
    guard seen.value.shape == expected.shape else {
      return .shape(part: seen.name, seen: seen.value.shape, expected: expected.shape)
    }
    let (values, wanted) = (seen.value.scalars, expected.scalars)
    let tolerance = tolerance.among(wanted)
    let wrong = values.indices.filter { !tolerance.accepts(values[$0], for: wanted[$0]) }
    guard let first = wrong.first else { return nil }
    return .entry(
      part: seen.name, shape: expected.shape, index: position(first, in: expected.shape),
      seen: values[first], expected: wanted[first], wrong: wrong.count, count: values.count)
  }

  /// Returns the index on each axis of the n-th entry in row-major order.
  static func position(_ n: Int, in shape: [Int]) -> [Int] {
    var rest = n
    return Array(
      shape.reversed().map { size in
        defer { rest /= size }
        return rest % size
      }.reversed())
  }
}

/// What was seen instead of what a check claims.
public struct Failure: Error, Sendable {
  public enum Finding: Sendable {
    case difference(Difference)
    /// A sentence of the check itself, with its numbers.
    case statement(String)
  }

  public var finding: Finding

  /// What the subject was asked, in words: "sigmoid.forward of an input [3, 4]".
  public var question: String

  /// What can be seen of the answers, and is certain.
  public var observation: Observation?

  /// The mistakes that would have given these very answers, all of them.
  public var mistakes: [KnownMistake] = []

  /// The smallest call that came back wrong; nil where the finding is no single number.
  public var example: Example?
}
