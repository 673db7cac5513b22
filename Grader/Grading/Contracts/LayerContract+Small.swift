import Doorway
import Tensors

/// Small cases: what a check that has failed shows to be followed by hand. They are asked only where
/// somebody reads that, each of a subject that has only just been started, and what they come to decides
/// nothing.
extension LayerContract {
  /// Has the first of `small` found that comes back wrong, or that stops the subject, should it come to
  /// that; and has the right answers recorded where answers are.
  func offer(_ small: [Input], _ side: Side, _ exam: Examination, _ tolerance: Tolerance) throws {
    guard !small.isEmpty, exam.explains || exam.oracle.isRecording else { return }
    let run = try run(of: small, side, exam)
    let right = try exam.reference(question, run)
    guard exam.explains else { return }
    exam.smallExample = { try firstWrong(of: run, right, side, $0, tolerance) }
    exam.smallStop = { exam in
      let stopped = exam.stoppedCall(question, run)
      return stopped.isSmallest ? stopped : nil
    }
  }

  /// All of `small`, each with a way back where `side` looks at one, and round numbers above it.
  private func run(of small: [Input], _ side: Side, _ exam: Examination) throws -> LayerRun<Input> {
    var run = LayerRun(small)
    if case .outputs = side { return run }
    let outputs = try exam.reference(question, run).outputs
    run.waysBack = outputs.enumerated().map { i, output in
      // The end of the way has nothing above it.
      guard Output.self != Double.self else { return WayBack(i, upstream: []) }
      return WayBack(i, upstream: output.parts.map { SmallCases.upstream($0.value.shape) })
    }
    return run
  }

  /// Returns what the subject makes of the first of `run`'s inputs that it gets wrong; nil where it gets
  /// all of them right.
  private func firstWrong(
    of run: LayerRun<Input>, _ right: LayerTrace<Output, Gradients>, _ side: Side,
    _ exam: Examination, _ tolerance: Tolerance
  ) throws -> Example? {
    for (i, input) in run.inputs.enumerated() {
      let ways = run.waysBack.filter { $0.pass == i }
      let single = LayerRun([input], waysBack: ways.map { WayBack(0, upstream: $0.upstream) })
      let seen = try exam.anotherSubject().ask(question, [single], limits: exam.check.limits)[0]
      let wanted = LayerTrace(
        outputs: [right.outputs[i]], gradients: ways.isEmpty ? [] : [right.gradients[i]])
      let own = parts(side, of: seen, single, after: 0)
      let expected = parts(side, of: wanted, single, after: 0)
      guard own.count == expected.count else { return nil }
      let forward = side.isGradients ? Self.forward(right.outputs[i]) : []
      let comparisons = zip(own, expected).map {
        var context = $1.1
        context.inputs += forward
        return Comparison(seen: $0.0, expected: $1.0.value, context: context)
      }
      if let example = Example(of: comparisons, tolerance) { return example }
    }
    return nil
  }

  /// What a right forward gives, where it is short: many a slope is followed by hand from there.
  private static func forward(_ output: Output) -> [Part] {
    let parts = output.parts
    guard parts.map(\.value.count).reduce(0, +) <= 8 else { return [] }
    return parts.map { part in
      Part("the right output" + (part.name.isEmpty ? "" : ": \(part.name)"), part.value)
    }
  }
}

/// Numbers for cases that are followed by hand.
public enum SmallCases {
  /// Shapes of matrices, from a single entry on.
  public static let shapes = [[1, 1], [1, 2], [2, 1], [2, 2], [2, 3]]

  /// A matrix of each of these shapes.
  public static var matrices: [Tensor] { shapes.map { tensor($0) } }

  /// Round numbers of both signs, none of them 0 and no two the same in what has up to eight entries.
  ///
  /// - Parameter start: Where in their row they begin, to have others.
  public static func tensor(_ shape: [Int], from start: Int = 0) -> Tensor {
    Tensor(
      shape: shape,
      scalars: (0..<shape.reduce(1, *)).map { numbers[($0 + start) % numbers.count] })
  }

  /// The same for what comes back from above: its signs do not go with those of `tensor`, so that one
  /// shows which of the two was looked at.
  public static func upstream(_ shape: [Int]) -> Tensor {
    let signs: [Double] = [1, 1, -1, -1]
    let x = tensor(shape, from: 4).scalars
    return Tensor(
      shape: shape, scalars: x.indices.map { abs(x[$0]) * signs[$0 % signs.count] })
  }

  private static let numbers: [Double] = [0.5, -2, 3, -1, 2, -0.5, 4, -3]
}
