import Doorway
import Exercise11
import Tensors

func answerSequences11(_ answers: inout Doorway.Answers) {
  answers.to(.recurrentLayer) { run in
    run.trace { input in
      // A state of zeros is what a layer begins with that is given none.
      let isGiven = input.state.contains { $0.scalars.contains { $0 != 0 } }
      let (outputs, state, cache) = RecurrentLayer(input.cell, input.weights).forward(
        input.x, from: isGiven ? input.state : nil, keep: mask(input.keep, input.x))
      return (SequenceOutput(outputs: outputs, state: state), cache)
    } backward: { input, upstream, cache in
      let gradients = RecurrentLayer(input.cell, input.weights).backward(
        upstream[0], state: Array(upstream.dropFirst()), cache: cache, cutEvery: input.chunk)
      let state = input.state.isEmpty ? [] : gradients.state
      return NamedGradients(
        ["x", "W", "U", "b", "h before the first step", "c before the first step"],
        [gradients.x] + gradients.parameters + state)
    }
  }
  answers.to(.bidirectional) { run in
    run.trace { input in
      let (outputs, last, caches) = Bidirectional(input).forward(
        input.x, keep: mask(input.keep, input.x))
      return (BidirectionalOutput(outputs: outputs, last: last), caches)
    } backward: { input, upstream, caches in
      let (x, parameters) = Bidirectional(input).backward(
        upstream[0], last: upstream[1], caches: caches)
      return NamedGradients(BidirectionalInput.names, [x] + parameters)
    }
  }
  answers.to(.stateNorms) { run in
    run.trace { input in
      Tensor(
        stateGradientNorms(
          of: RecurrentLayer(input.cell, input.weights), over: input.x,
          upstream: input.upstream))
    }
  }
  answers.to(.orthogonal) { question in
    var generator = SeededGenerator(seed: question.seed)
    return TensorList(question.sizes.map { orthogonal($0, using: &generator) })
  }
  answers.to(.newRecurrentLayers) { question in
    var generator = SeededGenerator(seed: question.seed)
    return TensorList(
      question.layers.flatMap {
        RecurrentLayer(
          cell: $0.cell.cell, inputs: $0.inputs, units: $0.units, using: &generator
        ).parameters
      })
  }
}

extension Bidirectional {
  fileprivate init(_ input: BidirectionalInput) {
    self.init(
      ahead: RecurrentLayer(.given, input.ahead), back: RecurrentLayer(.given, input.back))
  }
}

private func mask(_ flags: [Bool]?, _ x: Tensor) -> Mask? {
  flags.map { Mask(shape: Array(x.shape.prefix(2)), $0) }
}
