import Doorway
import Tensors

/// What a training loop is: epochs that take each sample once, in batches, in a new order each time, a
/// step along the gradients of every batch, an end in time, and the best parameters kept.
///
/// It is asked to run by a script (`LoopRun`), with the subject's own network, and what it did is
/// measured by that network alone: whoever has a wrong loss may still have a right loop. On which
/// samples a step was made is read off the gradients it was made with, and not off what was loaded:
/// reading a batch twice, or its samples one by one, is right.
public struct LoopContract<Input: LayerInput, Gradients: Answer>: Sendable {
  typealias Loss = Question<LayerRun<Input>, LayerTrace<Double, Gradients>>
  typealias Outputs = Question<LayerRun<Input>, LayerTrace<Tensor, Gradients>>

  /// Samples, their labels, and the parameters to look at them with.
  public typealias MakeInput =
    @Sendable (_ parameters: [Tensor], _ x: Tensor, _ labels: [Int], _ regularization: Double)
    -> Input

  let question: Question<LoopRun, LoopTrace>
  let loss: Loss
  let outputs: Outputs
  let input: MakeInput

  /// The shapes of the parameters, for samples `[N, width]` of three classes.
  let shapes: @Sendable (_ width: Int) -> [[Int]]

  /// The shapes of the parameters where somebody follows by hand: of one input and two classes.
  let small: [[Int]]

  static var classes: Int { 3 }

  public init(
    _ question: Question<LoopRun, LoopTrace>,
    loss: Question<LayerRun<Input>, LayerTrace<Double, Gradients>>,
    outputs: Question<LayerRun<Input>, LayerTrace<Tensor, Gradients>>,
    shapes: @escaping @Sendable (_ width: Int) -> [[Int]], small: [[Int]] = [],
    input: @escaping MakeInput
  ) {
    self.small = small
    self.question = question
    self.loss = loss
    self.outputs = outputs
    self.shapes = shapes
    self.input = input
  }

  func parameters(_ exam: Examination, width: Int) -> [Tensor] {
    shapes(width).map { exam.normal($0, deviation: 0.7) }
  }

  /// Draws a run until the gradients of its samples can be told apart at all parameters of its script:
  /// now and then a network is so sure of a sample that nothing of it shows beside the penalty.
  func drawn(_ exam: Examination, _ draw: () throws -> LoopRun) throws -> DrawnRun {
    // Of a network that is wrong there may be none, which is told where it matters.
    for _ in 0..<7 {
      let run = try drawn(draw(), exam)
      if run.mixtures.allSatisfy({ $0 != nil }) { return run }
    }
    return try drawn(draw(), exam)
  }

  private func drawn(_ run: LoopRun, _ exam: Examination) throws -> DrawnRun {
    let inputs = run.script.flatMap { parameters in
      run.labels.indices.map { i in
        input(parameters, run.samples.rows(at: [i]), [run.labels[i]], run.regularization)
      }
    }
    let asked = LayerRun(inputs, waysBack: inputs.indices.map { WayBack($0, upstream: []) })
    let gradients = try exam.ask(loss, asked).gradients.map { $0.parts.flatMap(\.value.scalars) }
    let count = run.labels.count
    return DrawnRun(
      run: run,
      mixtures: run.script.indices.map { i in
        GradientMixture(of: Array(gradients[i * count..<(i + 1) * count]))
      })
  }

  /// A run of `count` samples, in which every step leads to other parameters. A sample has more entries
  /// than there are samples, so that each shows in a gradient.
  ///
  /// - Parameter isStill: Whether all steps leave the parameters where they are, which is less to ask.
  func run(
    _ call: LoopRun.Call, _ exam: Examination, samples count: Int, batchSize: Int, epochs: Int,
    patience: Int = .max, regularization: Double = 0, isStill: Bool = false
  ) -> LoopRun {
    let (steps, width) = (epochs * ((count + batchSize - 1) / batchSize), count + 2)
    return LoopRun(
      call, samples: exam.normal([count, width]),
      labels: exam.labels(count, classes: Self.classes),
      validationSamples: exam.normal([5, width]),
      validationLabels: exam.labels(5, classes: Self.classes),
      script: (0...(isStill ? 0 : steps)).map { _ in parameters(exam, width: width) },
      regularization: regularization,
      batchSize: batchSize, epochs: epochs, patience: patience, seed: exam.seed)
  }

  /// Has a run carried out. All runs of a check are, before anything is claimed of one: the more is
  /// known, the more certain is the name of a mistake.
  func trace(of run: LoopRun, _ exam: Examination) throws -> LoopTrace {
    let trace = try exam.ask(question, run)
    exam.note(trace, of: question, run)
    if run.call == .epochs { try exam.require(trace.history.count == run.epochs) }
    return trace
  }

  /// Finds out on which samples the steps of `trace` were made.
  ///
  /// - Parameter starts: Parameters that a step is to be made from, by its number, where those are not
  ///   the script's.
  func batches(
    of drawn: DrawnRun, _ trace: LoopTrace, _ exam: Examination, starts: [Int: [Tensor]] = [:]
  ) throws -> [LoopBatch] {
    guard !trace.steps.isEmpty else { return [] }
    let run = drawn.run
    try exam.expect(
      trace.steps.count <= 1000 * run.epochs + 1000, "\(trace.steps.count) steps were made")
    for (i, step) in trace.steps.enumerated() {
      let expected = starts[i] ?? run.script[min(i, run.script.count - 1)]
      let isFresh =
        i > 1 && run.script.count > 1 && step.parameters == run.script[1]
        && step.parameters != expected
      try exam.expect(
        !isFresh,
        "step \(i + 1) was made by an optimizer that knows nothing of the steps before: "
          + "update a copy of it, and what it has learnt is lost")
      try exam.expect(
        step.parameters == expected,
        "step \(i + 1) was made from other parameters than step \(i) had left")
    }
    return try batches(readOff: trace, of: drawn, exam)
  }

  private func batches(
    readOff trace: LoopTrace, of drawn: DrawnRun, _ exam: Examination
  ) throws -> [LoopBatch] {
    let run = drawn.run
    var batches: [LoopBatch] = []
    for (i, step) in trace.steps.enumerated() {
      let mixture = drawn.mixture(at: step.parameters)
      try exam.expect(
        mixture != nil,
        "your network gives different samples gradients that cannot be told apart, so nobody can "
          + "see what the loop does with them: mend the network first")
      let found = mixture?.batch(behind: step.gradients.flatMap(\.scalars))
      try exam.expect(
        found != nil,
        "step \(i + 1) was made along something else than the gradients of a batch at the parameters "
          + "of that moment")
      batches.append(LoopBatch(samples: found ?? [], loss: 0))
    }
    let losses = try exam.ask(
      loss,
      LayerRun(
        zip(batches, trace.steps).map { batch, step in
          input(
            step.parameters, run.samples.rows(at: batch.samples),
            batch.samples.map { run.labels[$0] }, run.regularization)
        })
    ).outputs
    for (i, loss) in losses.enumerated() { batches[i].loss = loss }
    return batches
  }
}

/// A run, and the gradients of its samples by the subject's own network.
struct DrawnRun {
  var run: LoopRun

  /// For the parameters of the script, in their order; nil where the gradients are alike.
  let mixtures: [GradientMixture?]

  /// - Parameter parameters: Of the script.
  func mixture(at parameters: [Tensor]) -> GradientMixture? {
    run.script.firstIndex(of: parameters).flatMap { mixtures[$0] }
  }
}

/// The samples that a step was made on, in the order of their numbers, and the loss of the network on
/// them before the step.
struct LoopBatch {
  var samples: [Int]
  var loss: Double
}
