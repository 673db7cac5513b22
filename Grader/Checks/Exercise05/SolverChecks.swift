import Doorway
import Grading
import Tensors

let solverChecks = [
  Check(
    "05.solver.batches",
    claim: "an epoch takes every sample once, batchSize at a time, the last batch the rest",
    points: 4, uses: ["05.net.initialization", "05.net.loss", "05.net.gradient"],
    hints: [
      "stride(from:to:by:) yields the starts of the batches; where does the last one end?"
    ]
  ) { exam in
    for (samples, size) in [(10, 4), (12, 4), (3, 5), (1, 1)] {
      let run = ScriptedRun(
        samples: samples, batchSize: size, epochs: 1, biases: [[0, 0]], seed: exam.seed)
      let trace = try exam.ask(.solverEpochs, run)
      let sizes = stride(from: 0, to: samples, by: size).map { min(size, samples - $0) }
      try exam.expect(
        trace.batches.map(\.count) == sizes, of: trace, to: .solverEpochs, run,
        "the batches have \(trace.batches.map(\.count)) samples, expected \(sizes)")
      try exam.expect(
        trace.batches.joined().sorted() == Array(0..<samples), of: trace, to: .solverEpochs, run,
        "the samples taken are \(trace.batches.joined().sorted()), expected each of "
          + "0 ..< \(samples) once")
    }
  },

  Check(
    "05.solver.order",
    claim: "every epoch has an order of its own, drawn from the generator",
    points: 3,
    hints: ["shuffled(using:) takes the generator as &generator. How often is it called?"]
  ) { exam in
    let run = ScriptedRun(
      samples: 32, batchSize: 32, epochs: 2, biases: [[0, 0]], seed: exam.seed)
    let trace = try exam.ask(.solverEpochs, run)
    func expect(_ holds: Bool, _ sentence: String) throws {
      try exam.expect(holds, of: trace, to: .solverEpochs, run, sentence)
    }
    try expect(trace.batches.count == 2, "\(trace.batches.count) batches, expected 2")
    try expect(
      trace.batches[0] != Array(0..<32), "the samples are taken in the order they came in")
    try expect(
      trace.batches[0] != trace.batches[1], "the second epoch has the order of the first")
    try expect(
      try exam.ask(.solverEpochs, run).batches == trace.batches,
      "the same generator gave another order the second time")
  },

  Check(
    "05.solver.steps",
    claim: "a step follows every batch, from the first epoch on, and the mean loss is returned",
    points: 4, uses: ["05.solver.batches"],
    hints: [
      "update wants &network.parameters. Who else would move them?",
      "The loss of a batch is that before its step.",
    ]
  ) { exam in
    let biases = (1...12).map { [Double($0) / 2, 0] }
    try exam.expectReference(
      .solverEpochs,
      of: ScriptedRun(samples: 12, batchSize: 4, epochs: 2, biases: biases, seed: exam.seed),
      ScriptedRun(samples: 6, batchSize: 6, epochs: 3, biases: biases, seed: exam.seed))
  },

  Check(
    "05.solver.stopping",
    claim: "training ends when `patience` epochs in a row have brought no lower validation loss",
    points: 3, buildsOn: ["05.solver.steps"],
    hints: [
      "Count the epochs without progress. What sets the count back to 0?",
      "With patience 2: better, worse, worse, end.",
    ]
  ) { exam in
    // Validation losses: better, better, worse, better, worse, worse, worse.
    let biases = [1.0, 2, 1.5, 3, 2.5, 2, 4].map { [$0, 0] }
    for patience in [1, 2, 3, Int.max] {
      try exam.expectReference(
        .solverTraining,
        of: ScriptedRun(
          samples: 4, batchSize: 4, epochs: 7, patience: patience, biases: biases, seed: exam.seed))
    }
  },

  Check(
    "05.solver.best",
    claim: "the network is left with the parameters that had the lowest validation loss",
    points: 4, buildsOn: ["05.solver.steps"],
    hints: [
      "The last network is not the best one. When do you know that a network is the best so far?",
      "Assigning a struct to a variable copies it: network may change, the copy stays.",
    ]
  ) { exam in
    for best in [1, 3, 5] {
      let biases = (1...5).map { [$0 == best ? 4.0 : Double($0) / 5, 0] }
      try exam.expectReference(
        .solverTraining,
        of: ScriptedRun(samples: 4, batchSize: 4, epochs: 5, biases: biases, seed: exam.seed))
    }
  },
]
