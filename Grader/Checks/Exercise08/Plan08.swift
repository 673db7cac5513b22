import Grading

/// What is asked of exercise 08.
let plan08 = ExercisePlan(
  checks: [
    "Dropout.swift": dropoutChecks,
    "BatchNormalization.swift": batchNormalizationChecks,
    "LayerNormalization.swift": layerNormalizationChecks,
    "GroupNormalization.swift": groupNormalizationChecks,
    "Augmentation.swift": augmentationChecks,
    "Penalized.swift": decayChecks,
    "Autoencoder.swift": autoencoderChecks,
    "Denoising.swift": denoisingChecks,
    "TransferTraining.swift": transferTrainingChecks,
    "Transfer.swift": transferChecks,
  ],
  data: .mnist,
  training: Training08(),
  pictures: pictures08
)
