import Grading

let exercise05 = Exercise(
  number: "05",
  title: "Neural networks from the inside",
  folder: "05-NeuralNetworks",
  files: [
    "Sigmoid.swift", "ReLU.swift", "Affine.swift", "CrossEntropyFromLogits.swift",
    "ClassificationNet.swift", "SGD.swift", "SGDMomentum.swift", "Solver.swift",
  ],
  given: ["Layer.swift", "Optimizer.swift", "Samples.swift"],
  checks: activationChecks + affineChecks + crossEntropyChecks + networkChecks + optimizerChecks
    + solverChecks + trainingChecks
)
