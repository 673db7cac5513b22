import Doorway
import Tensors

/// Central differences. They are taken of the reference, to prove its way back; and of a subject's
/// own forward, where its gradients are wrong, to tell whether they would be right for it.
extension LayerContract {
  /// Asks whether the gradients of `exam`'s subject are the slopes of its own forward pass, at all
  /// ordinary inputs, and at the small ones, where they fail at a kink.
  ///
  /// - Throws: `Failure` where they are not.
  func prove(_ exam: Examination) throws {
    for input in inputs(exam) + small {
      let output = try exam.ask(question, LayerRun([input])).outputs[0]
      let upstream =
        Output.self == Double.self ? [] : output.parts.map { exam.normal($0.value.shape) }
      let run = LayerRun([input], waysBack: [WayBack(0, upstream: upstream)])
      let seen = try exam.ask(question, run).gradients.flatMap(\.parts)
      // Where there is no way back there is nothing to prove.
      guard !seen.isEmpty else { continue }
      let slopes = try slopes(of: exam, at: input, upstream: upstream)
      try exam.expect(
        seen.count == slopes.count, "\(seen.count) gradients, expected \(slopes.count)")
      for (part, slope) in zip(seen, slopes) {
        let difference = Difference.between(part, slope, .gradient)
        try exam.expect(
          difference == nil,
          "\(names.backward) of \(input.words): \(difference.map(Sentences.difference) ?? "")")
      }
    }
  }

  /// Returns whether the gradients that the subject gave in the first ordinary ways back of `run`
  /// are those of its own forward, which is wrong.
  func fitsOwnForward(
    _ run: LayerRun<Input>, _ exam: Examination, count: Int
  ) throws -> Observation? {
    guard count > 0 else { return nil }
    let (own, right) = (try exam.ask(question, run), try exam.reference(question, run))
    let isWrong = zip(own.outputs, right.outputs).prefix(count).contains { own, right in
      zip(own.parts, right.parts).contains { Difference.between($0, $1.value, .value) != nil }
    }
    guard isWrong else { return nil }
    for (way, gradients) in zip(run.waysBack, own.gradients) where way.pass < count {
      let slopes = try slopes(of: exam, at: run.inputs[way.pass], upstream: way.upstream)
      let fits = zip(gradients.parts, slopes).allSatisfy {
        Difference.between($0, $1, .ownGradient) == nil
      }
      guard fits, slopes.contains(where: { $0.scalars.contains { $0 != 0 } }) else { return nil }
    }
    return .fitsOwnForward
  }

  /// Returns the gradients of Σ upstream · forward(input) at each differentiable tensor, in its
  /// shape, by central differences with step 3e-6: half the cube root of a number's rounding, since
  /// where narrow layers normalise, curvature costs more digits than rounding.
  ///
  /// All evaluations, two for each entry, go to the subject in one round trip.
  private func slopes(
    of exam: Examination, at input: Input, upstream: [Tensor]
  ) throws -> [Tensor] {
    let step = 3e-6
    return try input.differentiable.enumerated().map { index, part in
      let entries = part.value.scalars
      let probes = entries.indices.flatMap { i in
        [step, -step].map { step in
          var shifted = entries
          shifted[i] += step
          var probe = input
          var parts = probe.differentiable
          parts[index].value = Tensor(shape: part.value.shape, scalars: shifted)
          probe.differentiable = parts
          return probe
        }
      }
      let losses = try exam.ask(question, LayerRun(probes)).outputs.map { output in
        output.parts.enumerated().reduce(0.0) { sum, part in
          guard part.offset < upstream.count else { return sum + part.element.value.sum() }
          let weighted = zip(part.element.value.scalars, upstream[part.offset].scalars)
          return sum + weighted.reduce(0) { $0 + $1.0 * $1.1 }
        }
      }
      return Tensor(
        shape: part.value.shape,
        scalars: entries.indices.map { (losses[2 * $0] - losses[2 * $0 + 1]) / (2 * step) })
    }
  }
}
