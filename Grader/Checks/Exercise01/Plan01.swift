import Grading

/// What is asked of exercise 01.
let plan01 = ExercisePlan(
  checks: [
    "Statistics.swift": statisticsChecks,
    "Distances.swift": distanceChecks,
    "Masks.swift": maskChecks,
    "Windows.swift": windowChecks,
    "Shuffling.swift": shufflingChecks,
    "Values.swift": valueChecks,
  ]
)
