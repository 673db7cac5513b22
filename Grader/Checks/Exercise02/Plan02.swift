import Grading

/// What is asked of exercise 02.
let plan02 = ExercisePlan(
  checks: [
    "Differences.swift": differenceChecks,
    "GradientChecker.swift": relativeErrorChecks + checkerChecks,
    "Formulas.swift": formulaChecks,
    "ChainRule.swift": graphChecks,
    "Products.swift": productChecks,
    "Descent.swift": descentChecks,
    "Gates.swift": gateChecks,
    "XORNet.swift": xorChecks,
  ]
)
