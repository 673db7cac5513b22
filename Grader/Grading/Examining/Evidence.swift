import Doorway
import Tensors

/// One answer that a check has seen, beside the one that is right; and what known mistakes would have
/// answered in its place.
struct Evidence {
  var comparisons: [Comparison]
  var tolerance: Tolerance

  /// Where more or fewer parts came back than were expected.
  var miscount: Difference?

  /// What the question was, in words.
  var question: String

  /// What a known mistake gives in the place of what was seen; nil where it gives no answer, or
  /// where nobody knows.
  var prediction: (KnownMistake) throws -> Fingerprint?

  var difference: (Difference, Comparison?)? {
    if let miscount { return (miscount, nil) }
    for comparison in comparisons {
      if let difference = comparison.difference(tolerance) { return (difference, comparison) }
    }
    return nil
  }

  /// How much of the tolerance the entry takes that is furthest off.
  var toleranceUsed: Double {
    comparisons.reduce(0) { max($0, $1.toleranceUsed(tolerance)) }
  }

  /// Whether anything that differs has a number in it. What is NaN all over is like all else that is.
  var saysSomething: Bool {
    difference != nil && comparisons.contains { $0.seen.value.scalars.contains(where: \.isFinite) }
  }

  func isForetold(by mistake: KnownMistake) throws -> Bool {
    try prediction(mistake)?.matches(comparisons.map(\.seen), tolerance) ?? false
  }
}

extension Examination {
  /// How much of its tolerance the entry takes that is furthest off, of all that has been compared.
  var toleranceUsed: Double { evidence.reduce(0) { max($0, $1.toleranceUsed) } }
}

/// A part of an answer, what it should be, and what it is an answer to.
struct Comparison {
  var seen: Part

  /// Nil where there is no one right answer, only a claim about it.
  var expected: Tensor?
  var context = Context()

  func difference(_ tolerance: Tolerance) -> Difference? {
    expected.flatMap { Difference.between(seen, $0, tolerance) }
  }

  func toleranceUsed(_ tolerance: Tolerance) -> Double {
    guard let wanted = expected?.scalars, seen.value.shape == expected?.shape else { return 0 }
    let tolerance = tolerance.among(wanted)
    return zip(seen.value.scalars, wanted).reduce(0) {
      max($0, tolerance.used(by: $1.0, for: $1.1))
    }
  }
}

/// What is known of the call that gave a part of an answer.
struct Context: Sendable {
  /// The call in words: "sigmoid.forward of x [3, 4]".
  var call: String?
  var sizes: [Size] = []

  /// What went in, by name.
  var inputs: [Part] = []

  /// The how many-th call it was.
  var place: Int?
}
