import Doorway
import Exercise05
import Exercise06
import Tensors

/// How each question of exercise 06 is answered with the student's code.
func answersOfExercise06() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerActivations06(&answers)
  answerStarts06(&answers)
  answerOptimizers06(&answers)
  answerSchedules06(&answers)
  answerSearch06(&answers)
  answerConstructions06(&answers)
  answerOwn06(&answers)
  return answers
}

private func answerActivations06(_ answers: inout Doorway.Answers) {
  answers.to(.leakyReLU) { follow($0) { LeakyReLU(slope: $0) } }
  answers.to(.maxout) { follow($0) { Maxout(pieces: Int($0)) } }
  answers.to(.hyperbolicTangent) { run in
    run.trace {
      Tanh().forward($0)
    } backward: {
      Tanh().backward($1[0], cache: $2)
    }
  }
}

private func follow<Activation: Layer>(
  _ run: LayerRun<ActivationInput>, with layer: (Double) -> Activation
) -> LayerTrace<Tensor, Tensor> {
  run.trace {
    layer($0.setting).forward($0.x)
  } backward: {
    layer($0.setting).backward($1[0], cache: $2)
  }
}

private func answerStarts06(_ answers: inout Doorway.Answers) {
  answers.to(.initialWeights) { question in
    var generator = SeededGenerator(seed: question.seed)
    return TensorList(
      question.layers.map {
        $0.start.initialization.weights(
          inputs: $0.inputs, outputs: $0.outputs, using: &generator)
      })
  }
  answers.to(.unitSpreads) { run in
    run.trace {
      Tensor(
        unitSpreads(
          training: ClassificationNet($0), on: $0.x, labels: $0.labels, steps: $0.steps,
          learningRate: $0.learningRate))
    }
  }
  answers.to(.unitSpread) { run in
    run.trace { Tensor(spread(of: ClassificationNet($0))) }
  }
  answers.to(.signalDeviations) { run in
    run.trace {
      Tensor(signalDeviations(of: $0.x, through: $0.weights, activation: $0.activation.layer))
    }
  }
  answers.to(.deepSignal) { question in
    var generator = SeededGenerator(seed: question.seed)
    let width = question.x.shape[1]
    let weights = (0..<question.depth).map { _ in
      question.start.initialization.weights(inputs: width, outputs: width, using: &generator)
    }
    return Tensor(
      signalDeviations(of: question.x, through: weights, activation: question.activation.layer))
  }
}

private func answerConstructions06(_ answers: inout Doorway.Answers) {
  answers.to(.sigmoidSum) { curve in
    let network = sigmoidSum(
      following: { curve.value(at: $0) }, on: curve.start...curve.end, units: curve.units)
    return BuiltNet(
      parameters: network.parameters, outputs: network.forward(curve.x).logits)
  }
  answers.to(.shallowParity) { input in
    let network = shallowParity(bits: input.bits)
    return BuiltNet(
      parameters: network.parameters, outputs: network.forward(input.patterns).logits)
  }
  answers.to(.deepParity) { input in
    let network = deepParity(bits: input.bits)
    return BuiltNet(
      parameters: network.parameters, outputs: network.forward(input.patterns).logits)
  }
}

extension Start06 {
  fileprivate var initialization: Initialization {
    switch self {
    case .constant(let value): .constant(value)
    case .normal(let deviation): .normal(deviation: deviation)
    case .xavier: .xavier
    case .he: .he
    }
  }
}

extension ClassificationNet {
  fileprivate init(_ input: SpreadInput) {
    let parameters = input.parameters
    self.init(
      layers: stride(from: 0, to: parameters.count, by: 2).map {
        Affine(weights: parameters[$0], bias: parameters[$0 + 1])
      }, activation: Sigmoid())
  }
}

extension SignalInput.Activation {
  fileprivate var layer: any Layer {
    switch self {
    case .tanh: OurTanh()
    case .relu: ReLU()
    case .given: Squash()
    }
  }
}

/// Ours, so that a wrong one of the student's costs its own checks only. There is no way back.
private struct OurTanh: Layer {
  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) { (tanh(x), x) }
  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor { upstream }
}

/// x / (1 + |x|) + 0.5, which no exercise asks for, and whose outputs have a mean that is not 0.
private struct Squash: Layer {
  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) { (x / (1 + abs(x)) + 0.5, x) }
  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor { upstream }
}
