import Grading

/// What is asked of exercise 06.
let plan06 = ExercisePlan(
  checks: [
    "LeakyReLU.swift": leakyReLUChecks,
    "Tanh.swift": tanhChecks,
    "Maxout.swift": maxoutChecks,
    "Initialization.swift": startChecks,
    "UnitSpread.swift": unitChecks,
    "SignalDeviation.swift": signalChecks,
    "NesterovMomentum.swift": nesterovChecks,
    "Adagrad.swift": adagradChecks,
    "RMSProp.swift": rmsPropChecks,
    "Adam.swift": adamChecks,
    "AdamW.swift": adamWChecks,
    "LAMB.swift": lambChecks,
    "Schedule.swift": scheduleChecks,
    "Clipping.swift": clippingChecks,
    "Scheduled.swift": scheduledChecks,
    "EarlyStopping.swift": stoppingChecks,
    "SearchRange.swift": rangeChecks,
    "Search.swift": searchChecks,
    "CrossValidation.swift": foldChecks,
    "SigmoidSum.swift": sigmoidSumChecks,
    "Parity.swift": parityChecks,
    "MyNetwork.swift": ownChecks,
  ],
  data: .cifar10,
  training: Training06(),
  model: OwnModel.file,
  pictures: pictures06
)
