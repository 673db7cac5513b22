import Doorway
import Exercise05
import Exercise06
import Exercise08
import Tensors

/// How each question of exercise 08 is answered with the student's code.
func answersOfExercise08() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerDropout08(&answers)
  answerNormalizations08(&answers)
  answerAugmentation08(&answers)
  answerDecay08(&answers)
  answerAutoencoder08(&answers)
  answerTransfer08(&answers)
  return answers
}

private func answerDropout08(_ answers: inout Doorway.Answers) {
  answers.to(.dropout) { run in
    var generator = SeededGenerator(seed: run.inputs.first?.seed ?? 0)
    return run.trace { input in
      Dropout(probability: input.probability).forward(
        input.x, mode: input.mode.mode, using: &generator)
    } backward: { input, upstream, cache in
      Dropout(probability: input.probability).backward(upstream[0], cache: cache)
    }
  }
}

private func answerNormalizations08(_ answers: inout Doorway.Answers) {
  answers.to(.batchNormalization) { run in
    run.trace { input in
      var layer = BatchNormalization(input)
      let passes = zip(input.batches, input.modes).map { layer.forward($0, mode: $1.mode) }
      return (BatchOutputs(passes.map(\.output)), (layer, passes.map(\.cache)))
    } backward: { input, upstream, kept in
      let (layer, caches) = kept
      let backs = zip(upstream, caches).reversed().map {
        let (x, scale, shift) = layer.backward($0, cache: $1)
        return BatchGradients(batches: [x], scale: scale, shift: shift)
      }
      return backs.dropFirst().reduce(into: backs[0]) { all, back in
        all.batches = back.batches + all.batches
        all.scale += back.scale
        all.shift += back.shift
      }
    }
  }
  answers.to(.runningValues) { run in
    run.trace { input in
      var layer = BatchNormalization(input)
      for (x, mode) in zip(input.batches, input.modes) { _ = layer.forward(x, mode: mode.mode) }
      return RunningValues(mean: layer.runningMean, variance: layer.runningVariance)
    }
  }
  answers.to(.remembered) { run in
    run.trace { input in
      var layer = BatchNormalization(features: input.mean.count, decay: input.decay)
      (layer.runningMean, layer.runningVariance) = (input.runningMean, input.runningVariance)
      layer.remember(mean: input.mean, variance: input.variance)
      return RunningValues(mean: layer.runningMean, variance: layer.runningVariance)
    }
  }
  answers.to(.layerNormalization) { run in
    run.trace {
      LayerNormalization($0).forward($0.x)
    } backward: {
      NormalizationGradients(LayerNormalization($0).backward($1[0], cache: $2))
    }
  }
  answers.to(.groupNormalization) { run in
    run.trace {
      GroupNormalization($0).forward($0.x)
    } backward: {
      NormalizationGradients(GroupNormalization($0).backward($1[0], cache: $2))
    }
  }
}

private func answerAugmentation08(_ answers: inout Doorway.Answers) {
  answers.to(.shifted) { run in
    run.trace { shifted($0.image, down: $0.down, right: $0.right) }
  }
  answers.to(.randomlyShifted) { input in
    var generator = SeededGenerator(seed: input.seed)
    return TensorList(
      input.samples.map { randomlyShifted($0, limit: Int(input.amount), using: &generator) })
  }
  answers.to(.corrupted) { input in
    var generator = SeededGenerator(seed: input.seed)
    return TensorList(
      input.samples.map { corrupted($0, probability: input.amount, using: &generator) })
  }
}

extension Mode08 {
  fileprivate var mode: Mode {
    switch self {
    case .training: .training
    case .testing: .testing
    }
  }
}

extension BatchNormalization {
  fileprivate init(_ input: BatchNormalizationInput) {
    self.init(features: input.scale.count, decay: input.decay, epsilon: input.epsilon)
    (scale, shift) = (input.scale, input.shift)
    (runningMean, runningVariance) = (input.runningMean, input.runningVariance)
  }
}

extension LayerNormalization {
  fileprivate init(_ input: NormalizationInput) {
    self.init(features: input.scale.count, epsilon: input.epsilon)
    (scale, shift) = (input.scale, input.shift)
  }
}

extension GroupNormalization {
  fileprivate init(_ input: NormalizationInput) {
    self.init(groups: input.groups, channels: input.scale.count, epsilon: input.epsilon)
    (scale, shift) = (input.scale, input.shift)
  }
}

extension NormalizationGradients {
  fileprivate init(_ gradients: (x: Tensor, scale: Tensor, shift: Tensor)) {
    self.init(x: gradients.x, scale: gradients.scale, shift: gradients.shift)
  }
}
