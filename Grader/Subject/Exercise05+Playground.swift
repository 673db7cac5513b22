import Doorway
import Exercise05
import Tensors

func answerPlayground(_ answers: inout Doorway.Answers) {
  answers.to(.playground) { run in
    var generator = SeededGenerator(seed: run.seed)
    let network = ClassificationNet(
      sizes: run.sizes, activation: run.activation.layer, weightDeviation: run.weightDeviation,
      regularization: run.regularization, using: &generator)
    var solver = Solver(
      network: network,
      optimizer: SGDMomentum(learningRate: run.learningRate, momentum: run.momentum),
      batchSize: run.batchSize)
    let samples = Samples(inputs: run.points, labels: run.labels)
    var trace = PlaygroundTrace(losses: [], looks: [])
    for look in run.looks {
      while trace.losses.count < look {
        trace.losses.append(solver.trainEpoch(on: samples, using: &generator))
      }
      trace.looks.append(
        .init(
          logits: solver.network.forward(run.places).logits,
          parameters: solver.network.parameters))
    }
    return trace
  }
}

extension PlaygroundRun.Activation {
  fileprivate var layer: any Layer {
    switch self {
    case .relu: ReLU()
    case .sigmoid: Sigmoid()
    }
  }
}
