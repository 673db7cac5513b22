import Doorway
import Tensors

/// What is asked in `float32`.
extension LayerContract {
  /// Ordinary inputs, or others where there is nothing else, and what an answer may be off by.
  func singleRun(
    _ side: Side, _ exam: Examination, _ ordinary: [Input], _ others: [Input],
    _ tolerance: Tolerance
  ) throws -> (LayerRun<Input>, Tolerance) {
    let single = (ordinary.isEmpty ? others : ordinary).map { $0.converted(to: .float32) }
    let run = try run(single, side, exam, upstreamScales: [1, 0.01])
    // Where large summands cancel, `float32` has few digits left, whoever adds them.
    return (run, ordinary.isEmpty ? .singleOfLarge : tolerance)
  }

  /// Asks whether the answers of `exam`'s subject in `float32` are those that it gives of the same numbers
  /// in `float64`, by half of what may be off: then whoever is as near to it on the other side is not
  /// refused for rounding elsewhere.
  ///
  /// - Throws: `Failure` where they are not.
  func proveSingle(
    _ side: Side, _ exam: Examination, _ ordinary: [Input], _ others: [Input],
    _ tolerance: Tolerance
  ) throws {
    let (run, allowed) = try singleRun(side, exam, ordinary, others, tolerance)
    var exact = run
    exact.inputs = run.inputs.map { $0.converted(to: .float64) }
    exact.waysBack = run.waysBack.map {
      WayBack($0.pass, upstream: $0.upstream.map { $0.converted(to: .float64) })
    }
    let seen = parts(side, of: try exam.ask(question, run), run, after: 0, pass: nil)
    let right = parts(side, of: try exam.ask(question, exact), exact, after: 0, pass: nil)
    try exam.expect(
      seen.count == right.count, "\(seen.count) parts in float32, expected \(right.count)")
    for ((part, context), (expected, _)) in zip(seen, right) {
      let difference = Difference.between(part, expected.value, allowed.half)
      try exam.expect(
        difference == nil,
        "\(context.call ?? ""): \(difference.map(Sentences.difference) ?? "")")
    }
  }
}
