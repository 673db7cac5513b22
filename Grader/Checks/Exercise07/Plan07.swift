import Grading

/// What is asked of exercise 07.
let plan07 = ExercisePlan(
  checks: [
    "ScalarOperations.swift": scalarOperationChecks,
    "TopologicalOrder.swift": orderChecks,
    "Scalar.swift": scalarChecks,
    "Broadcasting.swift": broadcastChecks,
    "NodeArithmetic.swift": nodeArithmeticChecks,
    "NodeFunctions.swift": nodeFunctionChecks,
    "NodeReductions.swift": nodeReductionChecks,
    "NodeShapes.swift": nodeShapeChecks,
    "Node.swift": wayChecks,
    "GraphNet.swift": graphNetChecks,
  ],
  together: graphTrainingChecks,
  data: .cifar10,
  training: Training07(),
  pictures: PicturePlan([.sampleImages(), .meanImages(), .curves])
)
