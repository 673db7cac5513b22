import Grading

/// What is asked of exercise 04.
let plan04 = ExercisePlan(
  checks: [
    "Sigmoid.swift": logisticChecks,
    "Classifier.swift": classifierChecks,
    "MSE.swift": mseChecks,
    "L1.swift": l1Checks,
    "BCEFromLogits.swift": bceChecks,
    "SoftmaxCrossEntropy.swift": softmaxChecks,
    "GradientDescent.swift": gradientDescentChecks,
    "Solver.swift": descentSolverChecks,
    "LeastSquares.swift": leastSquaresChecks,
    "Standardized.swift": standardizedChecks,
    "OneVsRest.swift": oneVsRestChecks,
  ],
  together: linearTrainingChecks
)
