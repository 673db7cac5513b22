import Doorway
import Exercise05
import Exercise11
import Tensors

func answerModels11(_ answers: inout Doorway.Answers) {
  answers.to(.sentenceLogits) { run in
    run.trace { SentenceClassifier($0.parameters).forward($0.sentences).logits }
  }
  answers.to(.sentenceLoss) { run in
    run.trace { input in
      let (loss, gradients) = SentenceClassifier(input.parameters).loss(
        input.sentences, labels: input.labels)
      return (loss, gradients)
    } backward: { _, _, gradients in
      NamedGradients(ReaderInput.names, gradients)
    }
  }
  answers.to(.characterLogits) { run in
    run.trace { input in
      let (logits, state, _) = CharacterModel(input.parameters).forward(
        input.streams, from: input.state.isEmpty ? nil : input.state)
      return SequenceOutput(outputs: logits, state: state)
    }
  }
  answers.to(.characterLoss) { run in
    run.trace { input in
      let (loss, gradients, _) = CharacterModel(input.parameters).loss(
        input.streams, from: input.state.isEmpty ? nil : input.state)
      return (loss, gradients)
    } backward: { _, _, gradients in
      NamedGradients(ReaderInput.names, gradients)
    }
  }
  answers.to(.characterState) { run in
    run.trace { input in
      StateTensors(
        CharacterModel(input.parameters).loss(
          input.streams, from: input.state.isEmpty ? nil : input.state
        ).state)
    }
  }
  answers.to(.clippedStep) { run in
    run.trace {
      Clipper($0)
    } set: {
      $0.set($1)
    } update: {
      $0.norm = clippedStep(
        &$1, along: $2, with: &$0.optimizer, maximumNorm: $0.maximumNorm)
    } state: {
      [Tensor($0.norm)]
    }
  }
  answers.to(.bigrams) { run in
    run.trace { Bigrams(of: $0.text, characters: $0.characters).logProbabilities }
  }
  answers.to(.perplexity) { run in run.trace { perplexity($0.scalars) } }
  answers.to(.characterDraws) { question in
    var generator = SeededGenerator(seed: question.seed)
    return CharacterList(
      (0..<question.count).map { _ in
        drawn(from: question.logits, temperature: question.temperature, using: &generator)
      })
  }
  answers.to(.writing) { run in
    run.trace { input in
      var generator = SeededGenerator(seed: input.seed)
      let model = CharacterModel(input.parameters)
      return CharacterList(
        (0..<input.texts).flatMap { _ in
          model.written(
            after: input.prompt, count: input.count, temperature: input.temperature,
            using: &generator)
        })
    }
  }
}

extension SentenceClassifier {
  fileprivate init(_ parameters: [Tensor]) {
    self.init(
      embedding: Embedding(weights: parameters[0]),
      layer: RecurrentLayer(
        .given, RecurrentWeights(w: parameters[1], u: parameters[2], b: parameters[3])),
      readout: Affine(weights: parameters[4], bias: parameters[5]))
  }
}

extension CharacterModel {
  fileprivate init(_ parameters: [Tensor]) {
    self.init(
      embedding: Embedding(weights: parameters[0]),
      layer: RecurrentLayer(
        .given, RecurrentWeights(w: parameters[1], u: parameters[2], b: parameters[3])),
      readout: Affine(weights: parameters[4], bias: parameters[5]))
  }
}

/// An optimizer, and the norm that its last gradients had.
private struct Clipper {
  var optimizer: any Optimizer
  var maximumNorm: Double
  var norm = 0.0

  init(_ settings: ClippingStep) {
    optimizer = SGDMomentum(learningRate: settings.learningRate, momentum: settings.momentum)
    maximumNorm = settings.maximumNorm
  }

  mutating func set(_ settings: ClippingStep) {
    maximumNorm = settings.maximumNorm
    guard var momentum = optimizer as? SGDMomentum else { return }
    momentum.learningRate = settings.learningRate
    momentum.momentum = settings.momentum
    optimizer = momentum
  }
}
