import Datasets
import Doorway
import Exercise05
import Tensors

/// How each question of exercise 05 is answered with the student's code.
func answersOfExercise05() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerLayers(&answers)
  answerNetwork(&answers)
  answerOptimizers(&answers)
  answerTraining(&answers)
  answerPlayground(&answers)
  return answers
}

private func answerLayers(_ answers: inout Doorway.Answers) {
  answers.to(.sigmoid) { follow($0, with: Sigmoid()) }
  answers.to(.relu) { follow($0, with: ReLU()) }

  answers.to(.affine) { run in
    run.trace { input in
      Affine(weights: input.weights, bias: input.bias).forward(input.x)
    } backward: { input, upstream, cache in
      let (x, weights, bias) = Affine(weights: input.weights, bias: input.bias)
        .backward(upstream[0], cache: cache)
      return AffineGradients(x: x, weights: weights, bias: bias)
    }
  }

  answers.to(.crossEntropy) { run in
    run.trace { input in
      CrossEntropyFromLogits().forward(input.logits, labels: input.labels)
    } backward: { input, _, cache in
      CrossEntropyFromLogits().backward(cache: cache, labels: input.labels)
    }
  }
}

private func follow(_ run: LayerRun<Tensor>, with layer: some Layer) -> LayerTrace<Tensor, Tensor> {
  run.trace {
    layer.forward($0)
  } backward: {
    layer.backward($1[0], cache: $2)
  }
}

private func answerNetwork(_ answers: inout Doorway.Answers) {
  answers.to(.netInitialization) { question in
    var generator = SeededGenerator(seed: question.seed)
    let nets = question.nets.map { net in
      ClassificationNet(
        sizes: net.sizes, activation: net.activation.layer, weightDeviation: net.weightDeviation,
        regularization: net.regularization, using: &generator)
    }
    return MadeNets(
      parameters: nets.map { NetParameters($0.parameters) },
      regularizations: nets.map(\.regularization),
      activated: nets.map { $0.activation.forward(question.probe).output })
  }
  answers.to(.netForward) { run in
    run.trace { input in
      (ClassificationNet(input).forward(input.x).logits, ())
    } backward: { _, _, _ in
      NetGradients([])
    }
  }
  answers.to(.netLoss) { run in
    run.trace { input in
      ClassificationNet(input).loss(input.x, labels: input.labels)
    } backward: { _, _, gradients in
      NetGradients(gradients)
    }
  }
}

private func answerOptimizers(_ answers: inout Doorway.Answers) {
  answers.to(.sgd) { run in
    run.trace {
      SGD(learningRate: $0.learningRate)
    } set: {
      $0.learningRate = $1.learningRate
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.momentum) { run in
    run.trace {
      SGDMomentum(learningRate: $0.learningRate, momentum: $0.momentum)
    } set: {
      ($0.learningRate, $0.momentum) = ($1.learningRate, $1.momentum)
    } update: {
      $0.update(&$1, along: $2)
    } state: {
      $0.velocities
    }
  }
}

extension ClassificationNet {
  init(_ input: NetInput) {
    self.init(
      parameters: input.parameters, activation: input.activation.layer,
      regularization: input.regularization)
  }

  init(parameters: [Tensor], activation: any Layer, regularization: Double) {
    self.init(
      layers: stride(from: 0, to: parameters.count, by: 2).map {
        Affine(weights: parameters[$0], bias: parameters[$0 + 1])
      },
      activation: activation, regularization: regularization)
  }
}

extension NetInput.Activation {
  fileprivate var layer: any Layer {
    switch self {
    case .sigmoid: Sigmoid()
    case .relu: ReLU()
    case .given: Softsign()
    case .linear: Linear()
    }
  }
}

/// y = x.
struct Linear: Layer {
  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) { (x, x) }

  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor { upstream }
}

/// x / (1 + |x|), which no exercise asks for.
struct Softsign: Layer {
  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (x / (1 + abs(x)), x)
  }

  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let width = 1 + abs(cache)
    return upstream / (width * width)
  }
}
