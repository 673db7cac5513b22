import Doorway
import Grading
import Tensors

private let loop = LoopContract(
  .solver, loss: .netLoss, outputs: .netForward,
  shapes: { [[$0, 3], [3], [3, 3], [3], [3, 3], [3]] }, small: [[1, 2], [2]]
) {
  NetInput(parameters: $0, activation: .given, regularization: $3, x: $1, labels: $2)
}

let solverChecks = [
  Check(
    "05.solver.batches",
    claim: "an epoch takes every sample once, batchSize at a time, the last batch the rest",
    points: 4, uses: ["05.net.initialization", "05.net.loss", "05.net.gradient"],
    hints: [
      "stride(from:to:by:) yields the starts of the batches; where does the last one end?"
    ], examine: loop.expectBatches),

  Check(
    "05.solver.order",
    claim: "every epoch has an order of its own, drawn from the generator",
    points: 3,
    hints: ["shuffled(using:) takes the generator as &generator. How often is it called?"],
    examine: loop.expectOrders),

  Check(
    "05.solver.steps",
    claim: "a step follows every batch, from the first epoch on, and the mean loss is returned",
    points: 4, uses: ["05.solver.batches"],
    hints: [
      "update wants &network.parameters. Who else would move them?",
      "The loss of a batch is that before its step.",
    ], examine: loop.expectLosses),

  Check(
    "05.solver.stopping",
    claim: "training ends when `patience` epochs in a row have brought no lower validation loss",
    points: 3, buildsOn: ["05.solver.steps"],
    hints: [
      "Count the epochs without progress. What sets the count back to 0?",
      "With patience 2: better, worse, worse, end.",
    ], examine: loop.expectEnds),

  Check(
    "05.solver.best",
    claim: "the network is left with the parameters that had the lowest validation loss",
    points: 4, buildsOn: ["05.solver.steps"],
    hints: [
      "The last network is not the best one. When do you know that a network is the best so far?",
      "Assigning a struct to a variable copies it: network may change, the copy stays.",
    ], examine: loop.expectBest),
]
