import Grading

/// What is asked of exercise 05.
let plan05 = ExercisePlan(
  checks: [
    "Sigmoid.swift": sigmoidChecks,
    "ReLU.swift": reluChecks,
    "Affine.swift": affineChecks,
    "CrossEntropyFromLogits.swift": crossEntropyChecks,
    "ClassificationNet.swift": networkChecks,
    "SGD.swift": sgdChecks,
    "SGDMomentum.swift": momentumChecks,
    "Solver.swift": solverChecks,
  ],
  together: trainingChecks,
  data: .cifar10,
  training: Training05(),
  pictures: pictures05
)
