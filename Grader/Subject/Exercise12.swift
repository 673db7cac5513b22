import Doorway
import Exercise12
import Tensors

/// How each question of exercise 12 is answered with the student's code.
func answersOfExercise12() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answers.to(.scaledDotAttention) { run in
    run.trace { input in
      let pass = ScaledDotAttention().forward(
        query: input.query, key: input.key, value: input.value, mask: input.mask?.mask)
      return (pass.output, pass.cache)
    } backward: { _, upstream, cache in
      let gradients = ScaledDotAttention().backward(upstream[0], cache: cache)
      return AttentionGradients(
        query: gradients.query, key: gradients.key, value: gradients.value)
    }
  }
  answers.to(.attentionWeights) { run in
    run.trace { ScaledDotAttention().weights($0.scores, mask: $0.mask?.mask) }
  }
  answers.to(.masks) { run in
    run.trace { order in
      Tensor(order.lengths.map { paddingMask($0, count: order.count) } ?? causalMask(order.count))
    }
  }
  answers.to(.positions) { run in
    run.trace { positionalEncoding($0.positions, width: $0.width) }
  }
  answerBlocks12(&answers)
  answerText12(&answers)
  answerNetwork12(&answers)
  return answers
}
