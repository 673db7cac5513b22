import Checks
import Foundation
import Grading
import Proofs
import Testing

/// What a student is told when the code does not come back with an answer.
@Suite("Code that stops", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct CrashTests {
  static let bodies: [(body: String, verdict: Verdict, words: String)] = [
    (
      "let a = [1, 2]\n    return (x * Double(a[x.count]), x)", .crashed,
      "Your code stopped at Sigmoid.swift, line 8: \"Index out of range\" (a trap)."
    ),
    (
      "return (x * Double(Int.max - 3 + x.count), x)", .crashed,
      "Your code stopped at Sigmoid.swift, line 7: \"arithmetic overflow\" (a trap)."
    ),
    (
      "return (x.matmul(x), x)", .crashed,
      "Your code stopped at Sigmoid.swift, line 7: \"matmul:"
    ),
    (
      "var y = x\n    for i in 5..<9 { y = y + Tensor(zeros: [i]) }\n    return (y, x)", .crashed,
      "Your code stopped at Sigmoid.swift, line 8: \"+: "
    ),
    ("return (1 - forward(-x).output, x)", .crashed, "calls itself for ever"),
    (
      "var s = 0.0\n    while s >= 0 { s += 1 }\n    return (x * s, x)", .timedOut,
      "2 s of computing. It was at Sigmoid.swift, line 8, when it was stopped."
    ),
    (
      "var s = 0\n    while s < 9 { s = next(s) }\n    return (x * Double(s), x)", .timedOut,
      ", called at Sigmoid.swift, line 8, when it was stopped."
    ),
    ("while true { sleep(9) }", .timedOut, "No answer: your code waited for 20 s"),
    ("exit(0)", .crashed, "Your code ended the program (status 0) before it had answered."),
    ("abort()", .crashed, "(an abort)."),
  ]

  @Test("It is told what happened, in words, and where", arguments: bodies.indices)
  func isTold(index: Int) throws {
    let (body, verdict, words) = Self.bodies[index]
    let exercise = try Catalogue.exercise("05")
    let workshop = try Workshop(exercise, installation: .find())
    let room = try ScratchFolder()
    for (name, text) in try workshop.stubs().merging(workshop.given(), uniquingKeysWith: { $1 }) {
      try AtomicFile.write(text, to: "\(room.path)/\(name)")
    }
    let sigmoid = """
      import Foundation
      import Tensors

      public struct Sigmoid: Layer {
        public init() {}
        public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
          \(body)
        }
        public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor { upstream }
      }

      @inline(never) func next(_ s: Int) -> Int {
        var t = 0
        for i in 0..<1_000_000 { t = (7 &* t &+ i) % 1009 }
        return min(s, t)
      }
      """
    try AtomicFile.write(Data(sigmoid.utf8), to: "\(room.path)/Sigmoid.swift")
    let build = try workshop.buildRoom(room.path)
    #expect(build.diagnostics.isEmpty)
    let examiner = Examiner(
      exercise, seed: Catalogue.publicSeed, oracle: try .standard(exercise, .find()),
      data: try .synthetic(seed: Catalogue.publicSeed)
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits,
        explainsOvertime: true)
    }
    let result = examiner.result(of: try Catalogue.check("05.sigmoid.forward").check)
    #expect(result.verdict == verdict, "\(result.message)")
    #expect(result.message.contains(words), "\(result.message)")
    #expect(result.output.isEmpty, "\(result.output)")
  }
}
