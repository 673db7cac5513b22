import Doorway
import Tensors

/// The smallest of the calls that came back wrong: what went in, what came back, what should have.
public struct Example: Sendable {
  /// The call in words: "relu.backward of x [2, 3]".
  public var call: String
  public var inputs: [Part]
  public var seen: Part
  public var expected: Tensor

  /// Whether it is a case made to be followed by hand, and none of those that decide the check.
  var isSmallCase = false

  /// How many parts of answers the check has compared, and how many of them were wrong.
  public var compared: Int
  public var wrong: Int

  /// Which entries of `seen` are out of tolerance, in row-major order; nil where the shapes differ.
  public var differs: [Bool]?

  /// The smallest in `evidence`, by the entries that are to be read; nil where nothing that differs has
  /// one right answer.
  init?(in evidence: [Evidence]) {
    let compared = evidence.flatMap { evidence in
      evidence.comparisons.filter { $0.expected != nil }.map { (evidence, $0) }
    }
    let wrong = compared.filter { $1.difference($0.tolerance) != nil }
    func size(_ comparison: Comparison) -> Int {
      comparison.context.inputs.map(\.value.count).reduce(0, +)
        + (comparison.expected?.count ?? 0)
    }
    guard let (evidence, smallest) = wrong.min(by: { size($0.1) < size($1.1) }),
      let expected = smallest.expected
    else { return nil }
    call = smallest.context.call ?? evidence.question
    inputs = smallest.context.inputs
    seen = smallest.seen
    self.expected = expected
    self.compared = compared.count
    self.wrong = wrong.count
    guard seen.value.shape == expected.shape else { return }
    let wanted = expected.scalars
    let tolerance = evidence.tolerance.among(wanted)
    differs = zip(seen.value.scalars, wanted).map { !tolerance.accepts($0, for: $1) }
  }
}

extension Example {
  /// The smallest of `comparisons` that differs; nil where none does.
  init?(of comparisons: [Comparison], _ tolerance: Tolerance) {
    self.init(
      in: [Evidence(comparisons: comparisons, tolerance: tolerance, question: "") { _ in nil }])
  }
}

extension Examination {
  /// The smallest call that came back wrong: of the small cases where one does, else of the check's own,
  /// of which `evidence` has been taken down.
  func example(in evidence: [Evidence]) -> Example? {
    let own = Example(in: evidence)
    // A subject that ends at a small case has answered the check's: then these are shown.
    guard explains, var small = try? smallExample(self) else { return own }
    small.isSmallCase = true
    (small.compared, small.wrong) = (own?.compared ?? 0, own?.wrong ?? 0)
    return small
  }
}
