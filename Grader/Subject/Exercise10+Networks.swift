import Doorway
import Exercise09
import Exercise10
import Tensors

func answerNetworks10(_ answers: inout Doorway.Answers) {
  answers.to(.skip) { run in
    run.trace { input in
      var skip = Skip(input)
      return skip.forward(input.x, training: true)
    } backward: { input, upstream, cache in
      let (x, parameters) = Skip(input).backward(upstream[0], cache: cache)
      return ModuleGradients(x: x, parameters: parameters)
    }
  }
  answers.to(.skipNotes) { run in
    run.trace { input in
      var skip = Skip(input)
      let before = skip.forward(input.x, training: false).output
      _ = skip.forward(2 * input.x, training: true)
      let training = skip.forward(input.x, training: true).output
      let after = skip.forward(input.x, training: false).output
      return Tensor(concatenating: [before, training, after], along: 0)
    }
  }
  answers.to(.network10) { run in
    run.trace { input in
      var generator = SeededGenerator(seed: input.seed)
      var network = input.network(using: &generator)
      let begun = network.parameters
      let next = input.network(using: &generator).parameters
      let shapes = begun.map(\.shape)
      var draws = SeededGenerator(seed: input.seed ^ 1)
      // Of the size that keeps a signal alive; and none is where it began.
      let parameters = shapes.map { shape in
        let fanIn = shape.dropFirst().reduce(1, *)
        return (shape.count == 1 ? 0.5 : 1 / Double(fanIn).squareRoot())
          * Tensor(normal: shape, using: &draws)
      }
      network.parameters = parameters
      let x = Tensor(normal: [input.count] + input.image, using: &draws)
      let untrained = network.forward(x, training: false).output
      let (y, cache) = network.forward(x, training: true)
      let gradients = network.backward(Tensor(normal: y.shape, using: &draws), cache: cache)
      return NetworkAnswer10(
        NetworkAnswer09(
          shapes: shapes, output: y, x: gradients.x,
          slopes: zip(gradients.parameters, parameters).map { ($0 * $1).sum() }),
        untrained: untrained,
        nextDiffers: zip(begun, next).contains { $0.scalars != $1.scalars })
    }
  }
}

extension Skip {
  fileprivate init(_ input: SkipInput) {
    self.init(inner: Chain(input.inner.map { Mix(factors: $0) }))
  }
}

extension NetworkInput10 {
  fileprivate func network(using generator: inout SeededGenerator) -> Chain {
    switch kind {
    case .context: contextModule(channels: image[0], dilations: settings, using: &generator)
    case .level: uLevel(from: image[0], widths: settings, using: &generator)
    case .uNet: uNet(image: image, widths: settings, classes: classes, using: &generator)
    }
  }
}

/// A module with one parameter `[C, D]` for images `[N, C, H, W]`: each channel of y is a sum of all of
/// x + 0.1 · x², and so it is itself. In training it notes the mean of its input; where it is
/// not being trained it adds 1 and the sum of its notes.
private struct Mix: Module {
  var factors: Tensor
  var note = Tensor(0.0)

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var statistics: [Tensor] {
    get { [note] }
    set { note = newValue[0] }
  }

  mutating func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    if training { note = note + x.mean() }
    let bent = x + 0.1 * x * x
    let y = bent.tensordot(factors, along: [1], and: [0]).transposed(permuting: [0, 3, 1, 2])
    return (training ? y : y + 1 + note.scalar, [x, bent])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (x, bent) = (cache[0], cache[1])
    let dBent = upstream.tensordot(factors, along: [1], and: [1])
      .transposed(permuting: [0, 3, 1, 2])
    return (
      dBent * (1 + 0.2 * x), [bent.tensordot(upstream, along: [0, 2, 3], and: [0, 2, 3])]
    )
  }
}
