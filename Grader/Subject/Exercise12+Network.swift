import Doorway
import Exercise12
import Tensors

func answerNetwork12(_ answers: inout Doorway.Answers) {
  answers.to(.transformerLogits) { run in
    run.trace { input in
      let transformer = input.transformer
      let pass = transformer.forward(source: input.source, target: input.target)
      return (pass.logits, (transformer, pass.cache))
    } backward: { input, upstream, pass in
      TransformerGradients(input.network, pass.0.backward(upstream[0], cache: pass.1))
    }
  }
  answers.to(.transformerLoss) { run in
    run.trace { input in
      let (loss, gradients) = input.transformer.loss(
        source: input.source, answers: input.target, smoothing: input.smoothing)
      return (loss, gradients)
    } backward: { input, _, gradients in
      TransformerGradients(input.network, gradients)
    }
  }
  answers.to(.writtenLogits) { run in
    let transformers = run.inputs.map(\.transformer)
    var writings = zip(run.inputs, transformers).map { $1.begin($0.source) }
    var logits: [[Tensor]] = run.inputs.map { _ in [] }
    // By turns, so that what one keeps outside of itself shows in the other.
    for position in 0..<(run.inputs.map { $0.target[0].count }.max() ?? 0) {
      for (i, input) in run.inputs.enumerated() where position < input.target[0].count {
        logits[i].append(
          transformers[i].write(input.target.map { $0[position] }, to: &writings[i])
            .expandingAxis(at: 1))
      }
    }
    return LayerTrace(
      outputs: logits.map { Tensor(concatenating: $0, along: 1) },
      gradients: run.waysBack.map { _ in NoGradients() })
  }

  var trained: Transformer?
  answers.to(.additionTraining) { (run: AdditionRun, report) in
    var training = AdditionTraining()
    training.steps = run.steps
    training.batchSize = run.batchSize
    training.warmup = run.warmup
    training.rateFactor = run.rateFactor
    var generator = SeededGenerator(seed: run.seed)
    var transformer = training.start(using: &generator)
    let losses = training.train(&transformer, seed: run.seed) { step, loss, _ in
      guard step % 50 == 0 else { return }
      var progress = TrainingProgress(epoch: step, epochs: run.steps, trainingLoss: loss)
      progress.unit = "step"
      report(progress)
    }
    trained = transformer
    return TrainingCurve(trainingLosses: losses, validationLosses: [])
  }
  answers.to(.additionAnswers) { (input: AdditionQuestions, _) in
    guard let trained else { throw Untrained() }
    return WrittenAnswers(input.questions.map { trained.answer(to: $0) })
  }
}

/// A trained transformer was asked for before there was one.
private struct Untrained: Error {}

extension TransformerInput {
  fileprivate var transformer: Transformer {
    var generator = SeededGenerator(seed: 1)
    var transformer = Transformer(
      tokens: network.tokens, width: network.width, heads: network.heads, hidden: network.hidden,
      encoderBlocks: network.encoderBlocks, decoderBlocks: network.decoderBlocks,
      using: &generator)
    transformer.parameters = parameters
    return transformer
  }
}
