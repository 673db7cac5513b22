// swift-tools-version: 6.3

import PackageDescription

/// `GRADUS_SOLUTIONS=1` builds the finished exercises in place of the stubs.
let rooms = Context.environment["GRADUS_SOLUTIONS"] == "1" ? "Solutions" : "Exercises"

/// The vector instructions to compile for: those of this machine, or what `GRADUS_CPU` names.
let cpu = Context.environment["GRADUS_CPU"] ?? "native"

#if arch(x86_64)
  let vectors = ["-Xcc", "-march=\(cpu)", "-Xcc", "-mprefer-vector-width=512"]
#else
  let vectors = ["-Xcc", "-mcpu=\(cpu)"]
#endif

/// Optimised in debug builds too: training in an unoptimised build takes a thousand times as long.
/// The last three flags keep the package manager content with `-wmo` in a debug build.
let optimized: [SwiftSetting] = [
  .unsafeFlags(["-O", "-wmo", "-num-threads", "1", "-disable-batch-mode"])
]

/// `-fno-math-errno` lets a square root become an instruction.
let vectorized: [SwiftSetting] =
  optimized + [.unsafeFlags(vectors + ["-Xcc", "-fno-math-errno"])]

/// One of the student's rooms.
func exercise(_ number: String, _ name: String, needs: [Target.Dependency]) -> Target {
  .target(
    name: "Exercise\(number)",
    dependencies: ["Tensors"] + needs,
    path: "\(rooms)/\(number)-\(name)",
    exclude: rooms == "Exercises" ? ["README.md"] : ["mistakes.txt"],
    swiftSettings: optimized
  )
}

let package = Package(
  name: "Gradus",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "grader", targets: ["grader"])
  ],
  targets: [
    .target(
      name: "Kernels", path: "Exercises/00-Given/Kernels", swiftSettings: vectorized),
    .target(
      name: "Tensors", dependencies: ["Kernels"], path: "Exercises/00-Given/Tensors",
      swiftSettings: vectorized),
    .target(
      name: "Datasets", dependencies: ["Tensors"], path: "Data/Datasets",
      swiftSettings: optimized),

    exercise("05", "NeuralNetworks", needs: ["Datasets"]),

    .target(
      name: "Doorway", dependencies: ["Tensors"], path: "Grader/Doorway",
      swiftSettings: optimized),
    .executableTarget(
      name: "subject", dependencies: ["Doorway", "Datasets", "Exercise05"],
      path: "Grader/Subject"),
    .target(
      name: "Grading", dependencies: ["Doorway", "Datasets", "Tensors"], path: "Grader/Grading"),
    .target(name: "Checks", dependencies: ["Grading"], path: "Grader/Checks"),
    .executableTarget(name: "grader", dependencies: ["Checks", "Grading"], path: "Grader/grader"),

    .executableTarget(
      name: "bench", dependencies: ["Tensors", "Datasets"], path: "Tests/Benchmarks/bench",
      swiftSettings: optimized),

    .testTarget(name: "ExerciseTests", dependencies: ["Checks", "Grading", "subject"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Kernels"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Grading"]),
    .testTarget(name: "GradingTests", dependencies: ["Grading"]),
    .testTarget(name: "GraderTests", dependencies: ["grader", "Grading"]),
  ],
  swiftLanguageModes: [.v6]
)
