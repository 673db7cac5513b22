import Doorway
import Exercise04
import Tensors

/// How each question of exercise 04 is answered with the student's code.
func answersOfExercise04() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerFunctions(&answers)
  answerLosses(&answers)
  answerClassifier(&answers)
  answerDescent(&answers)
  answerSeveralClasses(&answers)
  return answers
}

private func answerFunctions(_ answers: inout Doorway.Answers) {
  answers.to(.logistic) { $0.trace(sigmoid) }
  answers.to(.biasColumn) { $0.trace(Classifier.withBiasColumn) }
  answers.to(.leastSquares) { run in
    run.trace { leastSquares($0.x, targets: $0.other) }
  }
  answers.to(.standardized) { run in
    run.trace { standardized($0.x, like: $0.other) }
  }
}

private func answerLosses(_ answers: inout Doorway.Answers) {
  answers.to(.mse) { judge($0, by: MSE()) }
  answers.to(.l1) { judge($0, by: L1()) }
  answers.to(.bce) { judge($0, by: BCEFromLogits()) }
  answers.to(.softmax) { judge($0, by: SoftmaxCrossEntropy()) }
}

private func judge(
  _ run: LayerRun<JudgedOutputs>, by loss: some Loss
) -> LayerTrace<Double, Tensor> {
  run.trace {
    loss.forward($0.outputs, targets: $0.targets)
  } backward: {
    loss.backward(cache: $2, targets: $0.targets)
  }
}

private func answerClassifier(_ answers: inout Doorway.Answers) {
  answers.to(.classifier) { run in
    run.trace { input in
      Classifier(weights: input.weights).forward(input.x)
    } backward: { input, upstream, cache in
      let (x, weights) = Classifier(weights: input.weights).backward(upstream[0], cache: cache)
      return ClassifierGradients(x: x, weights: weights)
    }
  }
  answers.to(.distances) { run in
    run.trace { Classifier(weights: $0.weights).distancesFromBoundary(of: $0.x) }
  }
}

private func answerDescent(_ answers: inout Doorway.Answers) {
  answers.to(.descent) { run in
    run.trace {
      GradientDescent(learningRate: $0)
    } set: {
      $0.learningRate = $1
    } update: { optimizer, parameters, gradients in
      for i in parameters.indices { optimizer.update(&parameters[i], along: gradients[i]) }
    }
  }
  answers.to(.solverSteps) { run in run.trace { ScriptedDescent($0).steps } }
  answers.to(.solverHistory) { run in run.trace { DescentHistory(ScriptedDescent($0).history) } }
  answers.to(.solverEnds) { run in run.trace { DescentEnds(ScriptedDescent($0).ends) } }
}

private func answerSeveralClasses(_ answers: inout Doorway.Answers) {
  answers.to(.oneVsRest) { run in
    run.trace { ClassifierWeights(OneVsRest($0).classifiers.map(\.weights)) }
  }
  answers.to(.linearTraining) { train($0) }
}

extension OneVsRest {
  fileprivate init(_ input: ClassedSamples) {
    self.init(
      on: input.x, labels: input.labels, classes: input.classes, epochs: input.epochs,
      learningRate: input.learningRate)
  }
}

private func train(_ training: LinearTraining) -> LinearOutcome {
  func scaled(_ x: Tensor) -> Tensor {
    training.isStandardized ? standardized(x, like: training.x) : x
  }
  let (x, testX) = (scaled(training.x), scaled(training.testX))
  let loss: any Loss
  switch training.rule {
  case .mse: loss = MSE()
  case .bce: loss = BCEFromLogits()
  case .softmax: loss = SoftmaxCrossEntropy()
  case .oneVsRest:
    let several = OneVsRest(
      on: x, labels: training.targets.argmax(along: 1), classes: training.targets.shape[1],
      epochs: training.epochs, learningRate: training.learningRate)
    let classifiers = several.classifiers
    return LinearOutcome(
      scores: Tensor(concatenating: classifiers.map { $0.forward(testX).scores }, along: 1),
      predictions: several.predictions(for: testX),
      weights: Tensor(concatenating: classifiers.map(\.weights), along: 1))
  }
  var solver = Solver(
    classifier: Classifier(inputs: x.shape[1], outputs: training.targets.shape[1]), loss: loss,
    optimizer: GradientDescent(learningRate: training.learningRate))
  _ = solver.train(
    on: Samples(x, targets: training.targets),
    validatingOn: Samples(scaled(training.validationX), targets: training.validationTargets),
    epochs: training.epochs)
  return LinearOutcome(
    scores: solver.classifier.forward(testX).scores,
    predictions: solver.classifier.predictions(for: testX), weights: solver.classifier.weights)
}
