import Foundation
import Testing

@testable import Grading

@Suite("Attempts that do not count")
struct AttemptTests {
  private let course: ToyCourse
  private let folder: ScratchFolder

  init() throws {
    course = try ToyCourse()
    try course.derive()
    folder = try ScratchFolder()
  }

  /// A solution that returns `factor` times as much.
  private func file(_ factor: Int) -> Data {
    Data(
      """
      import Tensors

      public struct Doubling: Step {
        public init() {}
        public func callAsFunction(_ x: Tensor) -> Tensor { \(factor) * x }
      }

      """.utf8)
  }

  private func put(_ data: Data, at path: String) throws {
    try folder.put(data, at: "class/\(path)")
  }

  private func look(
    _ name: String, _ attempt: Int? = nil, results: String? = nil
  ) throws -> (points: Int, number: Int?) {
    let regrade = try Regrade(
      "\(folder.path)/class/\(name)", attempt: attempt, of: course.doubling, results: results,
      seed: 1, data: nil, installation: course.installation, sandbox: nil)
    return (regrade.report().points, regrade.attempt?.number)
  }

  @Test("An earlier attempt is looked at by its number or by its own name")
  func earlier() throws {
    try put(file(2), at: "ann_attempt_1/Doubling.swift")
    try put(file(3), at: "ann_attempt_2/Doubling.swift")
    #expect(try look("ann") == (0, nil))
    #expect(try look("ann", 1) == (100, 1))
    #expect(try look("ann", 2) == (0, nil))
    #expect(try look("ann_attempt_1") == (100, 1))
    #expect(try look("ann_attempt_2") == (0, nil))
    let error = #expect(throws: GraderError.self) { try look("ann", 3) }
    #expect(
      error.map(Sentences.error)
        == "ann has 2 attempts, so there is no --attempt 3. The first is 1, the last the latest.")
    for n in [1, 2] {
      try put(
        try PackedFiles.zip([.init("Doubling.swift", String(decoding: file(4 - n), as: UTF8.self))]
        ), at: "bob/work (\(n)).zip")
    }
    #expect(try look("bob") == (100, nil))
    #expect(try look("bob", 1) == (0, 1))
    #expect(throws: GraderError.self) { try look("bob", 3) }
    try put(file(2), at: "cy/Doubling.swift")
    #expect(try look("cy", 1) == (100, nil))
  }

  @Test("With a batch, the attempt that counts is the one that counted in it")
  func policy() throws {
    try put(file(2), at: "ann_attempt_1/Doubling.swift")
    try put(file(3), at: "ann_attempt_2/Doubling.swift")
    let out = "\(folder.path)/out"
    var policy = Policy()
    policy.mostAttempts = 1
    _ = try BatchOutput(out, of: course.doubling, seed: 1).keep(policy)
    #expect(try look("ann", results: out) == (100, nil))
    #expect(try look("ann", 2, results: out) == (0, 2))
  }
}
