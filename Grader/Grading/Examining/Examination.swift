import Datasets
import Doorway
import Tensors

/// One check of one subject, as it runs: asks, compares, and throws what it finds.
public final class Examination {
  public let check: Check
  public let subject: any Subject
  public let oracle: Oracle
  private let images: TrainingData?

  /// What the check was decided on, where it asked for data: the set's name.
  public private(set) var dataset: String?

  /// The seed for whatever the subject itself draws. It says nothing about the one behind it,
  /// which decides the samples of all checks and the images to test on.
  public let seed: UInt64

  /// What the check draws its samples from: a stream of its own, whatever runs before it.
  public var generator: SeededGenerator

  public init(
    check: Check, subject: any Subject, oracle: Oracle, data: TrainingData?, seed: UInt64
  ) {
    self.check = check
    self.subject = subject
    self.oracle = oracle
    images = data
    self.seed = Digest("\(seed) for the subject").word
    generator = SeededGenerator(seed: Digest("\(seed) for \(check.id)").word)
  }

  /// The images of the exercise.
  ///
  /// - Throws: `GraderError.noData` where it has none.
  public var data: TrainingData {
    get throws {
      guard let images else { throw GraderError.noData(check: check.id) }
      dataset = images.name
      return images
    }
  }

  /// Asks the subject one question, within the check's limits.
  public func ask<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input,
    progress: (TrainingProgress) -> Void = { _ in }
  ) throws -> Reply {
    try subject.ask(question, [input], limits: check.limits, progress: progress)[0]
  }

  /// Expects of the subject, for each input, the answer that the reference gives.
  public func expectReference<Input, Reply>(
    _ question: Question<Input, Reply>, of inputs: Input..., tolerance: Tolerance = .value
  ) throws {
    let seen = try subject.ask(question, inputs, limits: check.limits)
    let expected = try oracle.answers(of: .reference, to: question, inputs)
    for (i, input) in inputs.enumerated() {
      try compare(seen[i].parts, with: expected[i].parts, tolerance, question, input)
    }
  }

  /// Expects a way back to return the gradients of the subject's own forward pass: those that
  /// central differences give along each of `paths`, in the order of the answer's parts.
  ///
  /// With a `name`, only those parts of the answer count that bear it.
  ///
  /// The upstream gradient is random. One of ones would be blind for a softmax, whose outputs add
  /// up to 1 whatever its inputs are.
  public func expectGradients<Input, Output: Answer, Gradients>(
    _ backward: Question<WayBack<Input>, Gradients>, of forward: Question<Input, Output>,
    at input: Input, along paths: [WritableKeyPath<Input, Tensor>], named name: String = ""
  ) throws {
    let output = try ask(forward, input).parts[0].value
    let upstream = normal(output.shape)
    let seen = try ask(backward, WayBack(input, upstream: upstream)).parts.named(name)
    let numerical = try paths.map {
      try numericalGradient(of: forward, at: input, along: $0, upstream: upstream)
    }
    try compare(
      seen, with: numerical, backward, WayBack(input, upstream: upstream), named: name)
  }

  /// The same for a loss, which is the end of the way: no gradient comes back to it.
  public func expectGradients<Input, Gradients>(
    _ backward: Question<Input, Gradients>, ofLoss forward: Question<Input, Double>,
    at input: Input, along paths: [WritableKeyPath<Input, Tensor>]
  ) throws {
    let seen = try ask(backward, input).parts
    let numerical = try paths.map {
      try numericalGradient(of: forward, at: input, along: $0, upstream: Tensor(1))
    }
    try compare(seen, with: numerical, backward, input)
  }

  /// Expects `holds` of the answer that the subject gave; `sentence` is what the student is told
  /// where it does not.
  public func expect<Input, Reply>(
    _ holds: Bool, of reply: Reply, to question: Question<Input, Reply>, _ input: Input,
    _ sentence: @autoclosure () -> String
  ) throws {
    if oracle.isRecording { try recordMistakes(question, input) }
    guard !holds else { return }
    throw Failure(
      finding: .statement(sentence()), question: describe(question, input),
      mistake: try mistake(behind: reply.parts, question, input))
  }

  /// Expects `holds` of what came of a long run in `float32`. Where such a run leads depends on the
  /// order in which a machine's vectors add, so no mistake foretells its answer to the last place;
  /// what tells the mistake is the answer to `probe`, a short run.
  public func expectOutcome<Input, Reply>(
    _ holds: Bool, after question: Question<Input, Reply>, _ input: Input, tellingBy probe: Input,
    _ sentence: @autoclosure () -> String
  ) throws {
    if oracle.isRecording { try recordMistakes(question, probe) }
    guard !holds else { return }
    var mistake: KnownMistake?
    do {
      let curve = try subject.ask(question, [probe], limits: .training)[0]
      mistake = try self.mistake(behind: curve.parts, question, probe, .shortRun)
    } catch is SubjectEnd {
      // The finding stands without it.
    }
    throw Failure(
      finding: .statement(sentence()), question: describe(question, input), mistake: mistake)
  }

  /// Compares the parts of an answer with numerical gradients. Where an answer holds the
  /// gradients twice, the second time round they are expected again.
  private func compare<Input, Reply>(
    _ seen: [Part], with gradients: [Tensor], _ question: Question<Input, Reply>, _ input: Input,
    named name: String = ""
  ) throws {
    guard seen.count == gradients.count * Reply.times else {
      throw Failure(
        finding: .difference(
          .count(seen: seen.count / Reply.times, expected: gradients.count)),
        question: describe(question, input))
    }
    let expected = seen.indices.map { Part(seen[$0].name, gradients[$0 % gradients.count]) }
    try compare(seen, with: expected, .gradient, question, input, named: name)
  }

  private func compare<Input, Reply>(
    _ seen: [Part], with expected: [Part], _ tolerance: Tolerance,
    _ question: Question<Input, Reply>, _ input: Input, named name: String = ""
  ) throws {
    if oracle.isRecording { try recordMistakes(question, input) }
    guard let difference = Difference.between(seen, expected, tolerance) else { return }
    throw Failure(
      finding: .difference(difference), question: describe(question, input),
      mistake: try mistake(behind: seen, question, input, named: name))
  }

  /// Returns the first known mistake of the check that gives the answer that was seen.
  private func mistake<Input, Reply>(
    behind seen: [Part], _ question: Question<Input, Reply>, _ input: Input,
    _ tolerance: Tolerance = .value, named name: String = ""
  ) throws -> KnownMistake? {
    try oracle.mistakes(of: check).first { mistake in
      guard let predicted = try oracle.prediction(of: mistake, for: question, input) else {
        return false
      }
      // NaN, which no expectation is, may well be what a mistake predicts.
      return Difference.between(
        seen.map(\.comparable), predicted.parts.named(name).map(\.comparable), tolerance)
        == nil
    }
  }

  private func recordMistakes<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input
  ) throws {
    for mistake in oracle.mistakes(of: check) {
      _ = try oracle.prediction(of: mistake, for: question, input)
    }
  }
}

extension [Part] {
  /// Those whose name begins with `name`.
  fileprivate func named(_ name: String) -> [Part] {
    filter { $0.name.hasPrefix(name) }
  }
}

extension Part {
  /// The part with a number in the place of each NaN.
  fileprivate var comparable: Part {
    guard value.scalars.contains(where: \.isNaN) else { return self }
    return Part(
      name,
      Tensor(
        shape: value.shape,
        scalars: value.scalars.map { $0.isNaN ? 0x1.234567p+123 : $0 }))
  }
}
