import Grading

/// What is asked of exercise 12.
let plan12 = ExercisePlan(
  checks: [
    "ScaledDotAttention.swift": attentionChecks,
    "Masks.swift": maskChecks12,
    "LayerNorm.swift": normChecks12,
    "MultiHeadAttention.swift": headChecks12,
    "PositionalEncoding.swift": positionChecks12,
    "FeedForward.swift": feedChecks12,
    "EncoderBlock.swift": encoderChecks12,
    "DecoderBlock.swift": decoderChecks12,
    "SmoothedCrossEntropy.swift": smoothingChecks,
    "WarmupSchedule.swift": warmupChecks,
    "BytePairTokenizer.swift": tokenizerChecks,
    "Decoding.swift": decodingChecks,
    "Transformer.swift": transformerChecks,
    "TeacherForcing.swift": forcingChecks,
    "KeyValueCache.swift": cacheChecks,
    "Writing.swift": cachedWritingChecks,
  ],
  together: additionChecks,
  training: Training12(),
  pictures: pictures12
)
