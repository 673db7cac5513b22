import Doorway
import Tensors

extension Examination {
  /// Returns the gradient of Σ upstream · forward(input) at the tensor that `path` leads to, in
  /// its shape, by central differences with step 1e-5 in `float64`.
  ///
  /// All evaluations, two for each entry, go to the subject in one round trip.
  func numericalGradient<Input, Output: Answer>(
    of forward: Question<Input, Output>, at input: Input,
    along path: WritableKeyPath<Input, Tensor>,
    upstream: Tensor
  ) throws -> Tensor {
    let step = 1e-5
    let x = input[keyPath: path]
    let entries = x.scalars
    let probes = entries.indices.flatMap { i in
      [step, -step].map { step in
        var shifted = entries
        shifted[i] += step
        var probe = input
        probe[keyPath: path] = Tensor(shape: x.shape, scalars: shifted)
        return probe
      }
    }
    let outputs = try subject.ask(forward, probes, limits: check.limits)
    let weights = upstream.scalars
    let losses = try outputs.map { output in
      let values = output.parts[0].value
      guard values.shape == upstream.shape else {
        throw Failure(
          finding: .difference(
            .shape(part: "", seen: values.shape, expected: upstream.shape)),
          question: describe(forward, input))
      }
      return zip(values.scalars, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return Tensor(
      shape: x.shape,
      scalars: entries.indices.map { (losses[2 * $0] - losses[2 * $0 + 1]) / (2 * step) })
  }
}
