import Doorway
import Tensors

/// What a layer is: a function of its input and parameters, and the way back through it, whatever it
/// was asked before, in whatever shape and element type, with whatever gradient coming from above.
///
/// A check made of it asks all of that. Its own are the questions, how inputs are drawn, and the
/// claims. A loss is a layer whose output is a number, and to which no gradient comes from above.
public struct LayerContract<Input: LayerInput, Output: Answer, Gradients: Answer>: Sendable {
  public typealias Asked = Question<LayerRun<Input>, LayerTrace<Output, Gradients>>
  public typealias Draw = @Sendable (Examination) -> [Input]

  let question: Asked

  /// What its two sides are called: "sigmoid.forward", "sigmoid.backward".
  let names: (forward: String, backward: String)

  /// Inputs at which central differences hold, of many shapes.
  let inputs: Draw

  /// Whether they hold at an input that is one of those with other entries: where entries that are as
  /// good as any may meet a pole.
  let isSmooth: @Sendable (Input) -> Bool

  /// Inputs to follow by hand, the smallest first, and none where a slope is a matter of convention.
  /// They decide nothing: `grader explain` shows the first that comes back wrong.
  let small: [Input]

  /// Whether `float64` is asked about behind `float32` as well: what is kept of a call has its type.
  let changesType: Bool

  public init(
    _ question: Asked, forward: String? = nil, backward: String? = nil, small: [Input] = [],
    changesType: Bool = false, isSmooth: @escaping @Sendable (Input) -> Bool = { _ in true },
    inputs: @escaping Draw
  ) {
    self.question = question
    self.isSmooth = isSmooth
    self.changesType = changesType
    self.small = small
    self.inputs = inputs
    names = (
      forward ?? "\(question.shortName).forward", backward ?? "\(question.shortName).backward"
    )
  }

  /// What of an answer a check looks at.
  public enum Side: Sendable {
    case outputs
    /// Those whose name begins so.
    case gradients(named: String = "")
    case both
  }

  /// A check that the layer does as the reference does, at inputs of its own and at those that every
  /// check of the layer asks.
  ///
  /// - Parameter draw: Further inputs: extremes, ties, kinks.
  /// - Parameter alone: Whether those are all.
  /// - Parameter small: What to follow by hand where this check fails; nil for the contract's own.
  /// - Parameter tolerance: That of `float64`.
  /// - Parameter single: That of `float32`, where there are ordinary inputs.
  /// - Parameter identity: What else is so, and the reference proves.
  public func check(
    _ id: String, _ side: Side, points: Int, claim: String, buildsOn: [String] = [],
    uses: [String] = [], hints: [String], alone: Bool = false, small: [Input]? = nil,
    tolerance: Tolerance = .value, single: Tolerance = .single,
    also draw: @escaping Draw = { _ in [] },
    proving identity: @escaping @Sendable (Examination) throws -> Void = { _ in }
  ) -> Check {
    Check(id, claim: claim, points: points, buildsOn: buildsOn, uses: uses, hints: hints) { exam in
      let ordinary = alone ? [] : inputs(exam)
      try offer(small ?? self.small, side, exam, tolerance)
      try expect(side, of: exam, ordinary, draw(exam), tolerance, single: single)
    } proof: { exam in
      let ordinary = alone ? [] : inputs(exam)
      try proveSingle(side, exam, ordinary, draw(exam), single)
      if !alone { try prove(exam) }
      try identity(exam)
    }
  }

  /// Asks for `inputs` in both element types; for `others` in `float32` only where there is nothing
  /// else, since what is extreme loses all its digits in the sums of a network.
  func expect(
    _ side: Side, of exam: Examination, _ ordinary: [Input], _ others: [Input],
    _ tolerance: Tolerance = .value, single tolerance32: Tolerance = .single
  ) throws {
    let inputs = ordinary + others
    guard let first = inputs.first else { return }
    // The very first is asked once more at the end.
    let twins = [ordinary.first, others.first].compactMap { $0 }.flatMap(self.twins(of:))
    let run = try self.run(inputs + twins + [first], side, exam, upstreamScales: [1, 100, 0.01])
    try compare(run, side, exam, tolerance)
    let (singleRun, allowed) = try singleRun(side, exam, ordinary, others, tolerance32)
    try compare(singleRun, side, exam, allowed)
    if changesType, let one = ordinary.first {
      let both = try self.run([one.converted(to: .float32), one], side, exam, upstreamScales: [1])
      try compare(both, side, exam, tolerance, pass: 1)
    }
    guard side.isGradients else { return }
    exam.observe = { try fitsOwnForward(run, $0, count: min(2, ordinary.count)) }
  }

  /// A run with `inputs`, and the ways back that `side` needs, in a drawn order, the first of them
  /// twice.
  func run(
    _ inputs: [Input], _ side: Side, _ exam: Examination, upstreamScales scales: [Double]
  ) throws -> LayerRun<Input> {
    var run = LayerRun(inputs)
    if case .outputs = side { return run }
    let outputs = try exam.reference(question, run).outputs
    var order = inputs.indices.shuffled(using: &exam.generator)
    // What is kept of the first is to be told from what is left out: not of a single sample, then.
    if let many = order.firstIndex(where: { inputs[$0].sizes.first.map { $0.value > 1 } ?? false })
    {
      order.swapAt(0, many)
    }
    run.waysBack = (order + [order[0]]).enumerated().map { i, pass in
      // The end of the way has nothing above it.
      guard Output.self != Double.self else { return WayBack(pass, upstream: []) }
      let scale = scales[i % scales.count]
      return WayBack(
        pass,
        upstream: outputs[pass].parts.map {
          (scale * exam.normal($0.value.shape)).converted(to: $0.value.elementType)
        })
    }
    return run
  }

  /// - Parameter pass: Of which of the inputs the answers are looked at; of all where it is nil.
  private func compare(
    _ run: LayerRun<Input>, _ side: Side, _ exam: Examination, _ tolerance: Tolerance,
    pass: Int? = nil
  ) throws {
    let seen = try exam.ask(question, run)
    let before = exam.callsCompared
    exam.callsCompared += max(run.inputs.count, run.waysBack.count)
    try exam.compare(question, run, seen: seen, tolerance, label: side.label) {
      parts(side, of: $0, run, after: before, pass: pass)
    }
  }

  /// What of an answer is looked at, each part with the call that it is an answer to.
  func parts(
    _ side: Side, of trace: LayerTrace<Output, Gradients>, _ run: LayerRun<Input>,
    after earlier: Int, pass: Int? = nil
  ) -> [(Part, Context)] {
    switch side {
    case .outputs:
      trace.outputs(of: run, names.forward, after: earlier, pass: pass)
    case .gradients(let name):
      trace.gradients(of: run, names.backward, after: earlier, pass: pass).filter {
        $0.0.name.hasPrefix(name)
      }
    case .both:
      trace.outputs(of: run, names.forward, after: earlier, pass: pass)
        + trace.gradients(of: run, names.backward, after: earlier, pass: pass)
    }
  }
}

extension LayerContract.Side {
  var isGradients: Bool { if case .gradients = self { true } else { false } }

  /// What tells the parts of this side from others of the same answer.
  fileprivate var label: String {
    switch self {
    case .outputs: "forward"
    case .gradients(let name): "backward \(name)"
    case .both: ""
    }
  }
}

extension LayerTrace {
  /// The outputs, and what each is an answer to.
  fileprivate func outputs<Input: LayerInput>(
    of run: LayerRun<Input>, _ name: String, after earlier: Int, pass: Int?
  ) -> [(Part, Context)] {
    zip(outputs, run.inputs).enumerated().filter { pass ?? $0.offset == $0.offset }.flatMap {
      i, pass in
      let context = Context(
        call: "\(name) of \(pass.1.words)", sizes: pass.1.sizes,
        inputs: pass.1.differentiable + pass.1.others,
        place: earlier + i + 1)
      return pass.0.parts.map { ($0, context) }
    }
  }

  /// The gradients, and what each is an answer to.
  fileprivate func gradients<Input: LayerInput>(
    of run: LayerRun<Input>, _ name: String, after earlier: Int, pass: Int?
  ) -> [(Part, Context)] {
    let ways = zip(gradients, run.waysBack).enumerated()
    return ways.filter { pass ?? $0.element.1.pass == $0.element.1.pass }.flatMap { i, way in
      let input = run.inputs[way.1.pass]
      let again = run.waysBack[..<i].contains { $0.pass == way.1.pass }
      let context = Context(
        call: "\(name) of \(input.words)"
          + way.1.upstream.map { ", \(Part("upstream", $0).words)" }
          .joined() + (again ? ", called a second time" : ""),
        sizes: input.sizes,
        inputs: input.differentiable + input.others + way.1.upstream.map { Part("upstream", $0) },
        place: earlier + i + 1)
      return way.0.parts.map { ($0, context) }
    }
  }
}

extension LayerInput {
  func converted(to type: ElementType) -> Self {
    var converted = self
    converted.differentiable = differentiable.map { Part($0.name, $0.value.converted(to: type)) }
    return converted
  }

  /// "x [3, 4], weights [4, 2]", with the entries of what is short.
  var words: String {
    if let title { return title }
    let parts = differentiable.prefix(3).map(\.words)
    let isSingle = differentiable.contains { $0.value.elementType == .float32 }
    return parts.joined(separator: ", ") + (isSingle ? " (float32)" : "")
  }
}

extension Part {
  /// "x [3, 4]", with the entries of what is short.
  fileprivate var words: String {
    let entries =
      value.count <= 4 ? " = [\(value.scalars.map(Sentences.number).joined(separator: ", "))]" : ""
    return "\(name) \(value.shape)\(entries)"
  }
}
