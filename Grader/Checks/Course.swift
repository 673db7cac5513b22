// swift-format-ignore-file
// Derived by `grader derive` from the list in Package.swift and the folders that it names.
import Grading

extension Catalogue {
  /// All exercises of the course, in its order.
  public static let exercises: [Exercise] = [exercise04, exercise05]
}

private let exercise04 = Exercise(
  number: "04",
  title: "Logistic regression",
  folder: "04-LogisticRegression",
  files: ["Sigmoid.swift", "Classifier.swift", "MSE.swift", "L1.swift", "BCEFromLogits.swift", "SoftmaxCrossEntropy.swift", "GradientDescent.swift", "Solver.swift", "LeastSquares.swift", "Standardized.swift", "OneVsRest.swift"],
  given: ["LinearEquations.swift", "Loss.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  plan: plan04)

private let exercise05 = Exercise(
  number: "05",
  title: "Neural networks from the inside",
  folder: "05-NeuralNetworks",
  files: ["Sigmoid.swift", "ReLU.swift", "Affine.swift", "CrossEntropyFromLogits.swift", "ClassificationNet.swift", "SGD.swift", "SGDMomentum.swift", "Solver.swift"],
  given: ["Layer.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  plan: plan05)
