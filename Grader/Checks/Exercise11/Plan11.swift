import Grading

/// What is asked of exercise 11.
let plan11 = ExercisePlan(
  checks: [
    "Embedding.swift": embeddingChecks,
    "RNNCell.swift": rnnChecks,
    "LSTMCell.swift": lstmChecks,
    "GRUCell.swift": gruChecks,
    "Starts.swift": recurrentStartChecks,
    "RecurrentLayer.swift": recurrentLayerChecks,
    "PaddedTokens.swift": paddingChecks,
    "Bidirectional.swift": bidirectionalChecks,
    "Packing.swift": packingChecks,
    "GradientNorms.swift": normChecks11,
    "SentenceClassifier.swift": sentenceChecks,
    "CharacterModel.swift": characterChecks,
    "ClippedStep.swift": clippedStepChecks,
    "Bigrams.swift": bigramChecks,
    "Writing.swift": writingChecks,
    "MySentimentNet.swift": sentimentChecks,
    "MyCharacterNet.swift": ownTextChecks,
  ],
  training: Training11(),
  pictures: pictures11
)
