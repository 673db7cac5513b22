// swift-tools-version: 6.3

import Foundation
import PackageDescription

/// `GRADUS_SOLUTIONS=1` builds the finished exercises in place of the stubs.
let rooms = Context.environment["GRADUS_SOLUTIONS"] == "1" ? "Solutions" : "Exercises"

/// The vector instructions to compile for: those of this machine, or what `GRADUS_CPU` names.
let cpu = Context.environment["GRADUS_CPU"] ?? "native"

#if arch(x86_64)
  let vectors = ["-Xcc", "-march=\(cpu)", "-Xcc", "-mprefer-vector-width=512"] + tiles

  /// What the kernels have to know: vectors of 512 bits, of 256, or neither those nor a multiply-add.
  var tiles: [String] {
    switch cpu {
    case "native":
      // A Mac has no such file, and all that run this system have 256 bits.
      let flags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "fma avx2"
      let words = Set(flags.split { $0.isWhitespace })
      if words.isSuperset(of: ["avx512f", "avx512vl", "avx512dq"]) { return ["-DGRADUS_AVX512"] }
      return words.isSuperset(of: ["fma", "avx2"]) ? [] : ["-DGRADUS_WITHOUT_FMA"]
    case "x86-64-v4", "skylake-avx512", "cascadelake", "cooperlake", "icelake-client",
      "icelake-server", "tigerlake", "rocketlake", "sapphirerapids", "emeraldrapids",
      "graniterapids", "znver4", "znver5":
      return ["-DGRADUS_AVX512"]
    case "x86-64-v3", "haswell", "broadwell", "skylake", "alderlake", "raptorlake", "meteorlake",
      "arrowlake", "lunarlake", "znver1", "znver2", "znver3":
      return []
    default:
      return ["-DGRADUS_WITHOUT_FMA"]
    }
  }
#else
  let vectors = ["-Xcc", "-mcpu=\(cpu)"]
#endif

/// Optimised in debug builds too: training in an unoptimised build takes a thousand times as long.
/// The last three flags keep the package manager content with `-wmo` in a debug build.
let optimized: [SwiftSetting] = [
  .unsafeFlags(["-O", "-wmo", "-num-threads", "1", "-disable-batch-mode"])
]

/// `-fno-math-errno` lets a square root become an instruction. Access is not checked at run time in
/// what is given: that would be an eighth of the cost of a small operation.
let vectorized: [SwiftSetting] =
  optimized + [
    .unsafeFlags(vectors + ["-Xcc", "-fno-math-errno", "-enforce-exclusivity=unchecked"])
  ]

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
      name: "subject", dependencies: ["Doorway", "Datasets", "Tensors", "Exercise05"],
      path: "Grader/Subject"),
    .target(
      name: "Grading", dependencies: ["Doorway", "Datasets", "Tensors"], path: "Grader/Grading",
      swiftSettings: optimized),
    .target(
      name: "Checks", dependencies: ["Grading", "Doorway", "Tensors"],
      path: "Grader/Checks"),
    .executableTarget(name: "grader", dependencies: ["Checks", "Grading"], path: "Grader/grader"),

    .executableTarget(
      name: "bench", dependencies: ["Kernels", "Tensors", "Datasets"],
      path: "Tests/Benchmarks/bench",
      swiftSettings: optimized),

    .testTarget(name: "ExerciseTests", dependencies: ["Checks", "Grading", "subject"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Kernels"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Tensors"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Grading", "Datasets", "Doorway"]),
    .testTarget(
      name: "GradingTests", dependencies: ["Grading", "Datasets", "Doorway", "Tensors"]),
    .testTarget(name: "GraderTests", dependencies: ["grader", "Checks", "Grading", "Tensors"]),
  ],
  swiftLanguageModes: [.v6]
)
