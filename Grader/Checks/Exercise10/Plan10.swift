import Grading

/// What is asked of exercise 10.
let plan10 = ExercisePlan(
  checks: [
    "ConvTranspose2D.swift": transposedChecks,
    "Adjoint.swift": adjointChecks,
    "NearestUpsampling.swift": nearestChecks,
    "BilinearUpsampling.swift": bilinearChecks,
    "Skip.swift": skipChecks,
    "Networks.swift": networkChecks10,
    "PixelCrossEntropy.swift": pixelLossChecks,
    "ConfusionMatrix.swift": countingChecks,
    "MySegmentationNet.swift": sceneChecks,
  ],
  training: Training10(),
  pictures: pictures10
)
