import Datasets
import Doorway
import Exercise05
import Tensors

/// How each question of exercise 05 is answered with the student's code.
func answersOfExercise05() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerLayers(&answers)
  answerNetwork(&answers)
  answerTraining(&answers)
  return answers
}

private func answerLayers(_ answers: inout Doorway.Answers) {
  answers.to(.sigmoidForward) { Sigmoid().forward($0).output }
  answers.to(.sigmoidBackward) { question in
    let (_, cache) = Sigmoid().forward(question.input)
    return Twice { Sigmoid().backward(question.upstream, cache: cache) }
  }

  answers.to(.reluForward) { ReLU().forward($0).output }
  answers.to(.reluBackward) { question in
    let (_, cache) = ReLU().forward(question.input)
    return Twice { ReLU().backward(question.upstream, cache: cache) }
  }

  answers.to(.affineForward) { input in
    Affine(weights: input.weights, bias: input.bias).forward(input.x).output
  }
  answers.to(.affineBackward) { question in
    let layer = Affine(weights: question.input.weights, bias: question.input.bias)
    let (_, cache) = layer.forward(question.input.x)
    return Twice {
      let (x, weights, bias) = layer.backward(question.upstream, cache: cache)
      return AffineGradients(x: x, weights: weights, bias: bias)
    }
  }

  answers.to(.crossEntropyForward) { input in
    CrossEntropyFromLogits().forward(input.logits, labels: input.labels).loss
  }
  answers.to(.crossEntropyBackward) { input in
    let (_, cache) = CrossEntropyFromLogits().forward(input.logits, labels: input.labels)
    return Twice { CrossEntropyFromLogits().backward(cache: cache, labels: input.labels) }
  }
}

private func answerNetwork(_ answers: inout Doorway.Answers) {
  answers.to(.netInitialization) { question in
    var generator = SeededGenerator(seed: question.seed)
    let net = ClassificationNet(
      sizes: question.sizes, weightDeviation: question.weightDeviation, using: &generator)
    return NetParameters(net.parameters)
  }
  answers.to(.netForward) { ClassificationNet($0).forward($0.x).logits }
  answers.to(.netLoss) { ClassificationNet($0).loss($0.x, labels: $0.labels).loss }
  answers.to(.netGradients) {
    NetGradients(ClassificationNet($0).loss($0.x, labels: $0.labels).gradients)
  }

  answers.to(.sgdSteps) { follow($0, with: SGD(learningRate: $0.learningRate)) }
  answers.to(.momentumSteps) {
    follow($0, with: SGDMomentum(learningRate: $0.learningRate, momentum: $0.momentum))
  }
}

private func follow(_ steps: Steps, with optimizer: some Optimizer) -> StepsTaken {
  var optimizer = optimizer
  var parameters = steps.parameters
  return StepsTaken(
    steps.gradients.map { gradients in
      optimizer.update(&parameters, along: gradients)
      return parameters
    })
}

extension ClassificationNet {
  fileprivate init(_ input: NetInput) {
    self.init(
      layers: stride(from: 0, to: input.parameters.count, by: 2).map {
        Affine(weights: input.parameters[$0], bias: input.parameters[$0 + 1])
      },
      activation: input.activation == .relu ? ReLU() : Sigmoid(),
      regularization: input.regularization)
  }
}
