import Checks
import Foundation
import Proofs
import Testing

@testable import Grading

/// What the compiler itself makes of solutions with one thing changed.
@Suite("Files that do not compile", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct CompilingTests {
  /// One thing changed in `file`, and what is said of it; nothing where all points are due.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var reason: String
    var check = "05.relu.forward"
    var change: @Sendable (inout [String: String]) -> Void

    var testDescription: String { name }
  }

  private static func edit(
    _ name: String, _ file: String, _ old: String, _ new: String, _ reason: String,
    check: String = "05.relu.forward"
  ) -> Case {
    Case(name: name, file: file, reason: reason, check: check) { files in
      files[file] = files[file]?.replacingOccurrences(of: old, with: new)
    }
  }

  private static let misfit =
    "does not compile with the checks, which call it as the stub declares it"

  static let cases = [
    edit(
      "an error in a line", "ReLU.swift", "max(x, 0)", "max(xx, 0)",
      "ReLU.swift, line 17, does not compile: cannot find 'xx' in scope."),
    edit(
      "a line that mixes types", "ReLU.swift", "    // begin 5.3",
      """
          let i = 3; let f: Float = 2; let d = 1.0
          let z: Double = i * d + f * 2 - d / i + (i - f) * (d + 2 * i) - f / 3 * i; _ = z //
      """,
      "ReLU.swift, line 17, does not compile: the compiler gives up on this line: most often it "
        + "mixes Int and Double"),
    edit(
      "an initializer that is not public", "CrossEntropyFromLogits.swift", "public init() {}",
      "init() {}",
      "CrossEntropyFromLogits.swift, line 16, \(misfit): `init()` of `CrossEntropyFromLogits` must "
        + "be there and be public: public init().", check: "05.crossEntropy.forward"),
    edit(
      "a label that was changed", "Affine.swift", "_ upstream: Tensor, cache",
      "of upstream: Tensor, cache",
      "Affine.swift, line 34, \(misfit): `backward` of `Affine` must be public func backward(_ "
        + "upstream: Tensor, cache: Tensor) -> (x: Tensor, weights: Tensor, bias: Tensor), and is "
        + "public func backward(of upstream", check: "05.affine.forward"),
    edit(
      "a main program", "ReLU.swift", "public struct ReLU",
      "@main struct Main { static func main() {} }\npublic struct ReLU",
      "ReLU.swift does not compile: it declares a main program"),
    edit(
      "a statement outside", "ReLU.swift", "import Tensors", "import Tensors\nprint(1)",
      "ReLU.swift, line 2, does not compile: a statement stands outside of all functions"),
    edit(
      "a symbol that is nowhere", "ReLU.swift", "public struct ReLU",
      "@_silgen_name(\"nobody\") func nobody()\npublic func calls() { nobody() }\npublic struct ReLU",
      "ReLU.swift does not compile: it calls `nobody`, which the linker finds nowhere."),
    Case(name: "an empty file", file: "ReLU.swift", reason: "ReLU.swift does not compile with the ")
    {
      $0["ReLU.swift"] = ""
    },
    edit("an import for tests", "ReLU.swift", "import Tensors", "@testable import Tensors", ""),
    edit(
      "an import of a test library", "ReLU.swift", "import Tensors",
      "import XCTest\nimport Tensors", ""),
    Case(name: "a type in another file", file: "Sigmoid.swift", reason: "") { files in
      files["Sigmoid.swift"]! += files.removeValue(forKey: "ReLU.swift")!.dropFirst(14)
    },
    Case(
      name: "a type in another file, whose own has an error", file: "Sigmoid.swift",
      reason: "Sigmoid.swift, line 17, does not compile: cannot find 'xp' in scope."
    ) { files in
      files["Sigmoid.swift"]! += files.removeValue(forKey: "ReLU.swift")!.dropFirst(14)
      files["Sigmoid.swift"] = files["Sigmoid.swift"]?.replacingOccurrences(of: "exp(", with: "xp(")
    },
  ]

  @Test("It is said what is wrong and where, once; what is right stands", arguments: cases)
  func isTold(each: Case) throws {
    let exercise = try Catalogue.exercise("05")
    let workshop = try Workshop(exercise, installation: .find())
    // The optimizer comes after all that is asked here, and takes longest.
    var builder = workshop.builder
    builder.optimizes = false
    let stubs = try workshop.stubs()
    var texts = try workshop.sources(of: .reference).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    each.change(&texts)
    let folder = try ScratchFolder()
    let build = try builder.build(
      exercise, texts.mapValues { Data($0.utf8) }, stubs: stubs, in: folder.path)
    let examiner = Examiner(
      exercise, seed: Catalogue.publicSeed, oracle: try .standard(exercise, .find()),
      data: try .synthetic(seed: Catalogue.publicSeed), build: build
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }
    let result = examiner.result(of: try Catalogue.check(each.check).check)
    if each.reason.isEmpty {
      #expect(build.replaced.isEmpty)
      #expect(result.verdict == .passed, "\(result.message)")
    } else {
      #expect(build.replaced == [each.file])
      #expect(result.verdict == .doesNotCompile)
      #expect(result.message.hasPrefix(each.reason), "\(result.message)")
    }
  }
}
