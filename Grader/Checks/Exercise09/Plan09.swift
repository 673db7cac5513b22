import Grading

/// What is asked of exercise 09.
let plan09 = ExercisePlan(
  checks: [
    "Window.swift": placeChecks,
    "NaiveConv2D.swift": naiveChecks,
    "Conv2D.swift": convolutionChecks,
    "PointwiseConvolution.swift": pointwiseChecks,
    "MaxPool2D.swift": maxPoolChecks,
    "AveragePool2D.swift": averagePoolChecks,
    "SpatialBatchNorm.swift": normChecks,
    "ReceptiveField.swift": fieldChecks,
    "Chain.swift": chainChecks,
    "Residual.swift": residualChecks,
    "Networks.swift": networkChecks09,
    "Keypoints.swift": squaresChecks,
    "MyKeypointNet.swift": keypointChecks,
    "MyConvNet.swift": convNetChecks,
  ],
  data: .cifar10,
  training: Training09(),
  model: ConvNetModel.file,
  pictures: pictures09
)
