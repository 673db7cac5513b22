import Doorway
import Exercise09
import Tensors

func answerNetworks09(_ answers: inout Doorway.Answers) {
  answers.to(.chain) { run in
    follow(run) { input in
      let bends = input.main.map { Bend(factor: $0) }
      // There are modules that learn nothing, and the first may be one.
      return Chain(input.main.count == 2 ? [Halving()] + bends : bends)
    }
  }
  answers.to(.residual) { run in follow(run) { Residual($0) } }
  answers.to(.chainNotes) { run in
    run.trace { outputAfterTraining(Chain($0.main.map { Bend(factor: $0) }), on: $0.x) }
  }
  answers.to(.residualNotes) { run in run.trace { outputAfterTraining(Residual($0), on: $0.x) } }
  answers.to(.network09) { run in
    run.trace { input in
      var generator = SeededGenerator(seed: input.seed)
      var network = input.network(using: &generator)
      let shapes = network.parameters.map(\.shape)
      var draws = SeededGenerator(seed: input.seed ^ 1)
      // Of the size that keeps a signal alive; and none is where it began.
      let parameters = shapes.map { shape in
        let inputs = Double(shape.count == 2 ? shape[0] : shape.dropFirst().reduce(1, *))
        return (shape.count == 1 ? 0.5 : 1 / inputs.squareRoot())
          * Tensor(normal: shape, using: &draws)
      }
      network.parameters = parameters
      let x = Tensor(normal: [input.count] + input.image, using: &draws)
      let (y, cache) = network.forward(x, training: true)
      let gradients = network.backward(Tensor(normal: y.shape, using: &draws), cache: cache)
      return NetworkAnswer09(
        shapes: shapes, output: y, x: gradients.x,
        slopes: zip(gradients.parameters, parameters).map { ($0 * $1).sum() })
    }
  }
}

private func follow<M: Module>(
  _ run: LayerRun<ModuleInput>, with module: (ModuleInput) -> M
) -> LayerTrace<Tensor, ModuleGradients> {
  run.trace { input in
    var module = module(input)
    return module.forward(input.x, training: true)
  } backward: { input, upstream, cache in
    let (x, parameters) = module(input).backward(upstream[0], cache: cache)
    return ModuleGradients(x: x, parameters: parameters)
  }
}

private func outputAfterTraining(_ module: some Module, on x: Tensor) -> Tensor {
  var module = module
  _ = module.forward(x, training: true)
  _ = module.forward(2 * x, training: true)
  return module.forward(x, training: false).output
}

extension Residual {
  fileprivate init(_ input: ModuleInput) {
    self.init(
      main: Chain(input.main.map { Bend(factor: $0) }),
      shortcut: Chain(input.shortcut.map { Bend(factor: $0) }))
  }
}

extension NetworkInput09 {
  fileprivate func network(using generator: inout SeededGenerator) -> Chain {
    switch kind {
    case .leNet: leNet(image: image, classes: outputs, using: &generator)
    case .block:
      residualBlock(from: image[0], to: outputs, stride: settings[0], using: &generator)
    case .residualNet:
      residualNet(image: image, widths: settings, classes: outputs, using: &generator)
    }
  }
}
