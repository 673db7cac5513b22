// swift-format-ignore-file
// Derived by `grader derive` from the list in Package.swift and the folders that it names.
import Grading

extension Catalogue {
  /// All exercises of the course, in its order.
  public static let exercises: [Exercise] = [exercise03, exercise05]
}

private let exercise03 = Exercise(
  number: "03",
  title: "Data",
  folder: "03-Data",
  files: ["CIFARRecords.swift", "Netpbm.swift", "ImageFolder.swift", "InMemory.swift", "Statistics.swift", "Transforms.swift", "RandomTransforms.swift", "DataLoader.swift", "Splits.swift"],
  given: ["Dataset.swift", "Files.swift", "Transform.swift"],
  buildsOn: [],
  plan: plan03)

private let exercise05 = Exercise(
  number: "05",
  title: "Neural networks from the inside",
  folder: "05-NeuralNetworks",
  files: ["Sigmoid.swift", "ReLU.swift", "Affine.swift", "CrossEntropyFromLogits.swift", "ClassificationNet.swift", "SGD.swift", "SGDMomentum.swift", "Solver.swift"],
  given: ["Layer.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  plan: plan05)
