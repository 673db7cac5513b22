import Doorway
import Exercise02
import Tensors

/// How each question of exercise 02 is answered with the student's code.
func answersOfExercise02() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerDifferences(&answers)
  answerChecker(&answers)
  answerFormulas(&answers)
  answerProducts(&answers)
  answerDescent(&answers)
  answerGates(&answers)
  answerXOR(&answers)
  return answers
}

private func answerDifferences(_ answers: inout Doorway.Answers) {
  answers.to(.derivative) { run in
    run.trace { derivative(of: $0.function.value(at:), at: $0.x, step: $0.step) }
  }
  answers.to(.fieldGradient) { run in
    run.trace { gradient(of: $0.field.value(at:), at: $0.x, step: $0.step) }
  }
  answers.to(.directionalDerivative) { run in
    run.trace { input in
      directionalDerivative(
        of: input.field.value(at:), at: input.x, along: input.direction ?? input.x,
        step: input.step)
    }
  }
  answers.to(.errorSlope) { run in
    run.trace { input in
      errorSlope(
        of: input.function.value(at:), exact: { input.function.slope(at: $0) + input.offset },
        at: input.points, steps: input.steps[0], input.steps[1])
    }
  }
}

private func answerChecker(_ answers: inout Doorway.Answers) {
  answers.to(.relativeError) { run in
    run.trace { relativeError($0.a, $0.b, floor: $0.floor) }
  }
  answers.to(.checker) { run in
    var generator = SeededGenerator(seed: run.seed)
    var trace = CheckerTrace()
    for suspicion in run.suspicions {
      let layer = SuspectLayer(suspicion.suspect)
      let (output, cache) = layer.forward(suspicion.x)
      trace.accepted.append(isBackwardRight(of: layer, at: suspicion.x, using: &generator))
      trace.upstreams.append(
        layer.calls.all.first { $0.upstream.shape == output.shape && $0.cache == cache }?.upstream)
      var copy = generator
      trace.next.append(copy.next())
    }
    return trace
  }
}

private func answerFormulas(_ answers: inout Doorway.Answers) {
  answers.to(.quadraticForm) { run in
    run.trace { input in
      (QuadraticForm.value(input.x, matrix: input.matrix), ())
    } backward: { input, _, _ in
      let slopes = QuadraticForm.gradients(input.x, matrix: input.matrix)
      return GradientsAt([slopes.x, slopes.matrix])
    }
  }
  answers.to(.logSumExp) { run in
    run.trace { x in
      (LogSumExp.value(x), ())
    } backward: { x, _, _ in
      LogSumExp.gradient(x)
    }
  }
  answers.to(.graph) { run in
    run.trace { input in
      (Graph.value(x: input.x.scalar, y: input.y.scalar, z: input.z.scalar), ())
    } backward: { input, _, _ in
      let slopes = input.slopes
      return GradientsAt([Tensor(slopes.x), Tensor(slopes.y), Tensor(slopes.z)])
    }
  }
  answers.to(.graphSlopes) { run in
    run.trace { input in
      let slopes = input.slopes
      return SlopesBetween([slopes.p, slopes.q, slopes.r, slopes.s, slopes.t])
    }
  }
}

extension GraphInput {
  fileprivate var slopes: Slopes { Graph.slopes(x: x.scalar, y: y.scalar, z: z.scalar) }
}

private func answerProducts(_ answers: inout Doorway.Answers) {
  func follow(
    _ run: LayerRun<ProductInput>,
    _ gradients: (Tensor, Tensor, Tensor) -> (x: Tensor, weights: Tensor)
  ) -> LayerTrace<Tensor, GradientsAt<ProductInput>> {
    run.trace { input in
      (input.x.matmul(input.weights), ())
    } backward: { input, upstream, _ in
      let slopes = gradients(upstream[0], input.x, input.weights)
      return GradientsAt([slopes.x, slopes.weights])
    }
  }
  answers.to(.productByLoops) { run in
    follow(run) { MatrixProduct.gradientsByLoops($0, x: $1, weights: $2) }
  }
  answers.to(.product) { run in
    follow(run) { MatrixProduct.gradients($0, x: $1, weights: $2) }
  }

  func follow(
    _ run: LayerRun<ContractionInput>,
    _ gradients: (Tensor, ContractionInput) -> (a: Tensor, b: Tensor, weights: Tensor)
  ) -> LayerTrace<Tensor, GradientsAt<ContractionInput>> {
    run.trace { input in
      // [N, J, K], of which each row is weighed by b.
      let products = input.a.tensordot(input.weights, along: [1], and: [0])
      return ((products * input.b.expandingAxis(at: 2)).sum(along: 1), ())
    } backward: { input, upstream, _ in
      let slopes = gradients(upstream[0], input)
      return GradientsAt([slopes.a, slopes.b, slopes.weights])
    }
  }
  answers.to(.contractionByLoops) { run in
    follow(run) { Contraction.gradientsByLoops($0, a: $1.a, b: $1.b, weights: $1.weights) }
  }
  answers.to(.contraction) { run in
    follow(run) { Contraction.gradients($0, a: $1.a, b: $1.b, weights: $1.weights) }
  }
}

private func answerDescent(_ answers: inout Doorway.Answers) {
  answers.to(.descent) { run in
    run.trace { input in
      Way(
        descent(
          from: input.start, learningRate: input.learningRate, steps: input.steps,
          gradient: input.terrain.gradient(at:)))
    }
  }
  answers.to(.fastestRate) { run in
    run.trace { fastestRate(curvatures: $0.values) }
  }
}

private func answerGates(_ answers: inout Doorway.Answers) {
  answers.to(.gates) { request in
    switch request {
    case .orAndNand:
      let units = Gates.units()
      return GateUnits([units.or, units.and, units.nand].map(UnitNumbers.init))
    case .xor:
      let layers = Gates.xor()
      return GateUnits((layers.hidden + [layers.output]).map(UnitNumbers.init))
    }
  }
  answers.to(.refutations) { claimants in
    Refutations(
      claimants.units.map {
        Gates.inputsThatRefute(LinearUnit(weights: $0.weights, bias: $0.bias))
      })
  }
}

extension UnitNumbers {
  fileprivate init(_ unit: LinearUnit) {
    self.init(weights: unit.weights, bias: unit.bias)
  }
}

private func answerXOR(_ answers: inout Doorway.Answers) {
  answers.to(.xorLoss) { run in
    run.trace { input in
      XORNet(input).loss(input.x, targets: input.targets)
    } backward: { _, _, gradients in
      GradientsAt(gradients.parameters)
    }
  }
  answers.to(.xorTraining) { run in
    run.trace { input in
      train(XORNet(input), on: input.x, input.targets, input.learningRate, input.steps)
    }
  }
  answers.to(.xorLesson) { lesson in
    var generator = SeededGenerator(seed: lesson.seed)
    return train(
      XORNet(hidden: lesson.hidden, using: &generator),
      on: Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]),
      Tensor([[0], [1], [1], [0]]), lesson.learningRate, lesson.steps)
  }
}

private func train(
  _ net: XORNet, on x: Tensor, _ targets: Tensor, _ learningRate: Double, _ steps: Int
) -> XORTraining {
  var net = net
  let losses = net.train(on: x, targets: targets, learningRate: learningRate, steps: steps)
  return XORTraining(losses: losses, parameters: net.parameters)
}

extension XORNet {
  fileprivate init(_ input: XORInput) {
    self.init(
      weights1: input.parameters[0], bias1: input.parameters[1], weights2: input.parameters[2],
      bias2: input.parameters[3])
  }

  fileprivate var parameters: [Tensor] { [weights1, bias1, weights2, bias2] }
}
