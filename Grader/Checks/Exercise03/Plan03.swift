import Grading

/// What is asked of exercise 03.
let plan03 = ExercisePlan(
  checks: [
    "CIFARRecords.swift": recordChecks,
    "Netpbm.swift": netpbmChecks,
    "ImageFolder.swift": folderChecks,
    "InMemory.swift": memoryChecks,
    "Statistics.swift": channelStatisticsChecks,
    "Transforms.swift": transformChecks,
    "RandomTransforms.swift": randomChecks,
    "DataLoader.swift": loaderChecks,
    "Splits.swift": splitChecks,
  ],
  pictures: pictures03
)
