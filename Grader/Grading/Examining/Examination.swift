import Datasets
import Doorway
import Tensors

/// One check of one subject, as it runs: asks, compares, and throws what it finds.
public final class Examination {
  public let check: Check
  public let subject: any Subject
  public let oracle: Oracle
  private let images: TrainingData?
  let startAgain: (() throws -> any Subject)?

  /// The trained network that was handed in, where there is one.
  public let model: HandedInModel?

  /// What the check was decided on, where it asked for data: the set's name.
  public private(set) var dataset: String?

  /// What is told of it where it passes, a sentence, and what it has earned beyond its points.
  var passing = (bonus: 0, sentence: "")

  /// The seed for whatever the subject itself draws. It says nothing about the one behind it,
  /// which decides the samples of all checks and the images to test on.
  public let seed: UInt64

  /// The generator that a subject is given, before it has drawn anything.
  var startingGenerator: SeededGenerator { SeededGenerator(seed: seed) }

  /// What the check draws its samples from: a stream of its own, whatever runs before it.
  public var generator: SeededGenerator

  /// All that has been seen so far.
  private(set) var evidence: [Evidence] = []

  /// The question that is claimed something of, where it is not the last one.
  private var subjectMatter: String?

  /// How many calls have been compared.
  var callsCompared = 0

  /// Whether somebody reads how it came about: then the call at which the subject stops is looked for.
  let explains: Bool

  /// The call at which the subject has stopped, where that was looked for.
  var stopped: StoppedCall?

  /// Finds a case to follow by hand that the subject gets wrong, and one that stops it, where a contract
  /// knows of any; nil where it gets them right. They are handed this examination, as `observe` is.
  var smallExample: (Examination) throws -> Example? = { _ in nil }
  var smallStop: (Examination) -> StoppedCall? = { _ in nil }

  /// What a contract adds to what can be seen of a difference; asked where there is one. It is handed
  /// this examination: if it held it, neither would ever go, nor the subject's process.
  var observe: (Examination) throws -> Observation? = { _ in nil }

  /// - Parameter startAgain: Starts another subject of the same code; without it, there is only the
  ///   one.
  public init(
    check: Check, subject: any Subject, oracle: Oracle, data: TrainingData?, seed: UInt64,
    model: HandedInModel? = nil, explains: Bool = false,
    startAgain: (() throws -> any Subject)? = nil
  ) {
    self.explains = explains
    self.startAgain = startAgain
    self.check = check
    self.subject = subject
    self.oracle = oracle
    images = data
    self.model = model
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

  /// Expects of the subject, for each input, the answer that the reference gives.
  public func expectReference<Input, Reply>(
    _ question: Question<Input, Reply>, of inputs: Input..., tolerance: Tolerance = .value
  ) throws {
    for input in inputs {
      let seen = try ask(question, input)
      try compare(question, input, seen: seen, tolerance) { $0.parts.map { ($0, Context()) } }
    }
  }

  /// Takes down what the subject answered beside what the reference does. What differs is told when
  /// all has been asked.
  ///
  /// - Parameter label: What tells this selection of parts from others of the same answer.
  /// - Parameter select: Takes from an answer the parts that are compared, and says of each what it
  ///   is an answer to.
  func compare<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input, seen: Reply, _ tolerance: Tolerance,
    label: String = "", select: @escaping (Reply) -> [(Part, Context)]
  ) throws {
    let expected = try reference(question, input)
    var evidence = evidence(question, input, tolerance, label) { select($0).map(\.0) }
    let (own, right) = (select(seen), select(expected))
    guard own.count == right.count else {
      evidence.miscount = .count(seen: own.count, expected: right.count)
      return take(evidence)
    }
    evidence.comparisons = zip(own, right).map {
      Comparison(seen: $0.0, expected: $1.0.value, context: $1.1)
    }
    take(evidence)
  }

  /// Takes down an answer beside what each part of it must be, where the check itself knows: of a file
  /// it has written, say. What differs is told when all has been asked.
  public func expect<Input, Reply>(
    _ seen: Reply, toBe expected: [Tensor], of question: Question<Input, Reply>, _ input: Input,
    tolerance: Tolerance = .value
  ) {
    var evidence = evidence(question, input, tolerance, "") { $0.parts }
    let parts = seen.parts
    if parts.count != expected.count {
      evidence.miscount = .count(seen: parts.count, expected: expected.count)
    }
    // What is too much is kept as well: a mistake is told by all that came back.
    evidence.comparisons = parts.enumerated().map { place, part in
      Comparison(
        seen: part, expected: evidence.miscount == nil ? expected[place] : nil)
    }
    take(evidence)
  }

  /// Takes down an answer to which there is more than one right one: what is claimed of it is up to
  /// `expect`.
  ///
  /// - Parameter label: What tells these parts from others of the same answer.
  /// - Parameter parts: Takes from an answer what a mistake has to foretell.
  public func note<Input, Reply>(
    _ seen: Reply, of question: Question<Input, Reply>, _ input: Input,
    _ tolerance: Tolerance = .value, label: String = "",
    parts: @escaping (Reply) -> [Part] = { $0.parts }
  ) {
    var evidence = evidence(question, input, tolerance, label, parts: parts)
    evidence.comparisons = parts(seen).map { Comparison(seen: $0, expected: nil) }
    take(evidence)
  }

  private func evidence<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input, _ tolerance: Tolerance, _ label: String,
    parts: @escaping (Reply) -> [Part]
  ) -> Evidence {
    Evidence(
      comparisons: [], tolerance: tolerance, question: describe(question, input)
    ) { [oracle] mistake in
      try oracle.prediction(of: mistake, for: question, input, label, parts)
    }
  }

  private func take(_ new: Evidence) {
    evidence.append(new)
  }

  /// Says of all that `claims` expects that it is of the answer to this question, where others have been
  /// asked since.
  public func about<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input, _ claims: () throws -> Void
  ) rethrows {
    subjectMatter = describe(question, input)
    defer { subjectMatter = nil }
    try claims()
  }

  /// Expects `holds` of what has been seen; `sentence` is what the student is told where it does not.
  public func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) throws {
    guard !holds else { return }
    throw Failure(
      finding: .statement(sentence()), question: subjectMatter ?? evidence.last?.question ?? "",
      mistakes: try mistakes(), example: example(in: []))
  }

  /// Expects `holds` of what came of a long run in `float32`. Where such a run leads depends on the
  /// order in which a machine's vectors add, so no mistake foretells its answer to the last place;
  /// what tells the mistake is the answer to `probe`, a short run.
  public func expectOutcome<Input, Reply>(
    _ holds: Bool, after question: Question<Input, Reply>, _ input: Input, tellingBy probe: Input,
    _ sentence: @autoclosure () -> String
  ) throws {
    let told = evidence(question, probe, .shortRun, "") { $0.parts }
    if oracle.isRecording {
      for mistake in oracle.mistakes(of: check) { _ = try told.prediction(mistake) }
    }
    guard !holds else { return }
    var failure = Failure(finding: .statement(sentence()), question: describe(question, input))
    do {
      let curve = try ask(question, probe)
      failure.mistakes = try oracle.mistakes(of: check).filter {
        try told.prediction($0)?.matches(curve.parts, .shortRun) ?? false
      }
    } catch is SubjectEnd {
      // The finding stands without it.
    }
    throw failure
  }

  /// Tells what differs in all that has been taken down.
  ///
  /// - Throws: `Failure` where anything does.
  public func conclude() throws {
    if oracle.isRecording {
      for mistake in oracle.mistakes(of: check) {
        for evidence in evidence { _ = try evidence.prediction(mistake) }
      }
    }
    guard let (evidence, difference, comparison) = firstDifference else { return }
    let mistakes = try mistakes()
    let observation =
      mistakes.isEmpty ? try observe(self) ?? Observation.found(in: self.evidence) : nil
    throw Failure(
      finding: .difference(difference), question: comparison?.context.call ?? evidence.question,
      observation: observation, mistakes: mistakes, example: example(in: self.evidence))
  }

  private var firstDifference: (Evidence, Difference, Comparison?)? {
    for evidence in evidence {
      if let (difference, comparison) = evidence.difference {
        return (evidence, difference, comparison)
      }
    }
    return nil
  }

  /// Returns the mistakes that foretell all that has been seen. What is NaN all over says nothing of
  /// where it comes from.
  private func mistakes() throws -> [KnownMistake] {
    let isClaim = evidence.contains { $0.comparisons.contains { $0.expected == nil } }
    guard isClaim || evidence.contains(where: \.saysSomething) else { return [] }
    return try oracle.mistakes(of: check).filter { mistake in
      try evidence.allSatisfy { try $0.isForetold(by: mistake) }
    }
  }
}
