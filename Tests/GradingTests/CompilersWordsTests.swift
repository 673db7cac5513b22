import Foundation
import Testing

@testable import Grading

@Suite("The compiler's words")
struct CompilersWordsTests {
  @Test(
    "To the compiler's words it is added what somebody from another language has to know",
    arguments: [
      (
        "cannot find 'm' in scope", "    m = x.mean(along: 1)",
        "; a new name is made with let: 'let m = …'"
      ),
      ("cannot find 'm' in scope", "    return m", ""),
      (
        "cannot find type 'Tensor' in scope", "func f(_ x: Tensor) {",
        "; does the file still begin with 'import Tensors'?"
      ),
      (
        "missing return in global function expected to return 'Tensor'", "}",
        "; a function of more than one line says 'return' before its result"
      ),
      ("expected ')' in expression list", "}", "; it is missing in a line above"),
      ("expected ')' in expression list", "f(x y)", ""),
    ])
  func inWords(message: String, code: String, added: String) {
    let line = Diagnostic(file: "A.swift", line: 1, column: 1, message: message)
      .quoting(["A.swift": Data(code.utf8)])
    #expect(line.message == message + added)
  }

  @Test("Of a declaration of ours that refuses a spelling, what it says is all that is shown")
  func conformance() {
    let message = "conformance of 'Tensor' to 'AxisLabels' is unavailable: write x.sum(along: 1)"
    #expect(Sentences.compilerMessage(message) == "write x.sum(along: 1)")
  }

  @Test("A file that is called as a second copy is told the name that it should have")
  func secondCopy() {
    for name in ["ReLU (1).swift", "ReLU copy.swift", "ReLU copy 2.swift", "ReLU-1.swift"] {
      #expect(
        Sentences.ownFile(name, insteadOf: ["ReLU.swift"]).hasSuffix(
          "If it is your ReLU.swift, give it that name."))
    }
    #expect(Sentences.ownFile("Helpers.swift", insteadOf: ["ReLU.swift"]).contains("Move what"))
  }
}
