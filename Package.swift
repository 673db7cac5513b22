// swift-tools-version: 6.3

import Foundation
import PackageDescription

/// The course: a folder of `Exercises` a line, in the order of their numbers. This is the one list of
/// exercises; `grader derive` writes from it, and from `Solutions`, what the grader has to know.
let course = [
  "01-WarmUp",
  "02-Gradients",
  "03-Data",
  "04-LogisticRegression",
  "05-NeuralNetworks",
  "06-Tuning",
  "07-Autograd",
  "08-Representation",
  "09-Convolution",
  "10-Segmentation",
  "11-Recurrence",
  "12-Attention",
]

/// `GRADUS_SOLUTIONS=1` takes the finished exercises in place of the stubs.
let rooms = isSet("GRADUS_SOLUTIONS") ? "Solutions" : "Exercises"

/// The grader compiles the exercises itself, each alone, so that one with an error costs no other.
/// Editors, which have to know them as modules, set `GRADUS_EDITOR=1`; breakpoints need them in the
/// tests' own process, which is `GRADUS_IN_PROCESS=1`.
let buildsExercises = isSet("GRADUS_EDITOR") || isSet("GRADUS_IN_PROCESS")

/// `GRADUS_AUTHORS=1` adds the proofs of the package itself to those of a student's work.
let isForAuthors = isSet("GRADUS_AUTHORS")

func isSet(_ name: String) -> Bool { Context.environment[name] == "1" }

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

/// What waits for processes and not for itself: not optimised in a debug build, but compiled as a
/// whole there too, which takes less in all and a line instead of one a file.
let whole: [SwiftSetting] = [
  .unsafeFlags(
    ["-wmo", "-num-threads", "1", "-disable-batch-mode"], .when(configuration: .debug))
]

/// Whether there are exercises to import. `canImport` would find those of an earlier build, too.
let knowsExercises: [SwiftSetting] = buildsExercises ? [.define("GRADUS_EDITOR")] : []

/// The exercises as modules. Each may import those before it.
var exercises: [Target] {
  course.enumerated().map { i, folder in
    .target(
      name: module(folder),
      dependencies: ["Tensors", "Datasets"] + course[..<i].map { .init(stringLiteral: module($0)) },
      path: "\(rooms)/\(folder)",
      exclude: otherFiles(in: folder),
      swiftSettings: optimized
    )
  }
}

/// What lies in a room and is no source: the handout, a trained network, what an update put beside a
/// file.
func otherFiles(in folder: String) -> [String] {
  let path = "\(Context.packageDirectory)/\(rooms)/\(folder)"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  return names.filter { $0.contains(".") && !$0.hasPrefix(".") && !$0.hasSuffix(".swift") }.sorted()
}

func module(_ folder: String) -> String { "Exercise\(folder.prefix(2))" }

let given: [Target] = [
  .target(name: "Kernels", path: "Exercises/00-Given/Kernels", swiftSettings: vectorized),
  .target(
    name: "Tensors", dependencies: ["Kernels"], path: "Exercises/00-Given/Tensors",
    swiftSettings: vectorized),
  .target(
    name: "Datasets", dependencies: ["Tensors"], path: "Data/Datasets", swiftSettings: optimized),
]

let grader: [Target] = [
  .target(
    name: "Doorway", dependencies: ["Tensors"], path: "Grader/Doorway", swiftSettings: optimized),
  .target(
    name: "Grading", dependencies: ["Doorway", "Datasets", "Tensors"], path: "Grader/Grading",
    swiftSettings: whole),
  .target(
    name: "Checks", dependencies: ["Grading", "Doorway", "Datasets", "Tensors"],
    path: "Grader/Checks",
    swiftSettings: whole),
  .executableTarget(
    name: "grader", dependencies: ["Checks", "Grading"], path: "Grader/grader",
    swiftSettings: whole),
  .testTarget(
    name: "ExerciseTests",
    dependencies: ["Checks", "Grading"] + (buildsExercises ? ["subject"] : []),
    swiftSettings: whole + knowsExercises),
]

/// What answers for the exercises, and they themselves.
let rest: [Target] =
  exercises + [
    .target(
      name: "subject",
      dependencies: ["Doorway", "Datasets", "Tensors"]
        + course.map { .init(stringLiteral: module($0)) },
      path: "Grader/Subject")
  ]

/// The solution's reader of images, to be given spoiled ones; none where its file is one of the
/// exercises that are built.
let solvedReader: [Target] =
  buildsExercises && isSet("GRADUS_SOLUTIONS")
  ? []
  : [
    .target(
      name: "SolvedNetpbm", dependencies: ["Tensors"], path: "Solutions/03-Data",
      exclude: [
        "CIFARRecords.swift", "DataLoader.swift", "Dataset.swift", "ImageFolder.swift",
        "InMemory.swift", "RandomTransforms.swift", "Splits.swift", "Statistics.swift",
        "Transform.swift", "Transforms.swift", "equivalent.txt", "mistakes.txt",
      ])
  ]

let proofs: [Target] = [
  .executableTarget(
    name: "bench",
    dependencies: ["Kernels", "Tensors", "Datasets"]
      + (buildsExercises
        ? course.dropFirst(2).map { .init(stringLiteral: module($0)) } : []),
    path: "Tests/Benchmarks/bench", swiftSettings: optimized + knowsExercises),
  .testTarget(
    name: "TensorsTests", dependencies: ["Tensors", "Kernels"], exclude: ["refused.txt"],
    swiftSettings: optimized),
  .target(name: "Corruptions", dependencies: ["Tensors"], path: "Tests/Corruptions"),
  .testTarget(
    name: "DatasetsTests",
    dependencies: ["Corruptions", "Datasets", "Grading", "Tensors"]
      + solvedReader.map { .init(stringLiteral: $0.name) },
    swiftSettings: solvedReader.isEmpty ? [] : [.define("GRADUS_NETPBM")]),
  .target(name: "Proofs", dependencies: ["Checks", "Grading"], path: "Tests/Proofs"),
  .testTarget(
    name: "ChecksTests",
    dependencies: ["Checks", "Grading", "Datasets", "Doorway", "Tensors", "Proofs"]),
  .testTarget(
    name: "GradingTests",
    dependencies: ["Corruptions", "Grading", "Doorway", "Datasets", "Tensors"],
    exclude: ["hostile.txt", "hostile-class.txt"]),
  .testTarget(
    name: "GraderTests", dependencies: ["grader", "Checks", "Grading", "Tensors", "Proofs"]),
]

let package = Package(
  name: "Gradus",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "grader", targets: ["grader"])],
  targets: given + grader + (buildsExercises ? rest : [])
    + (isForAuthors ? proofs + solvedReader : []),
  swiftLanguageModes: [.v6]
)
