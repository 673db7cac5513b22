import Foundation
import Testing

@testable import Grading

@Suite("Several programs built as one")
struct VariantSourceTests {
  private static let file = """
    func doubled(_ x: Int) -> Int {
      // begin 1.1: Twice.
      2 * x
      // end
    }

    struct Box {
      // begin 1.2: What has to be kept?
      var kept = 0
      // end
    }

    """

  private func changing(_ old: String, _ new: String) -> [VariantSource.Body]? {
    VariantSource.bodies(
      from: Self.file, to: Self.file.replacingOccurrences(of: old, with: new),
      number: 7)
  }

  @Test("What changes the inside of a function is a choice there, and the solution's own the other")
  func insideOfFunction() throws {
    let bodies = try #require(changing("  2 * x\n", "  let y = x\n  return y + x\n"))
    #expect(bodies.map(\.part) == [0])
    #expect(!bodies[0].isExpression)
    let text = VariantSource(of: Self.file, bodies: bodies).text
    #expect(text.contains("case 7:\nlet y = x\n  return y + x\n"))
    #expect(text.contains("default:\nreturn 2 * x\n}"))
    #expect(text.contains("  var kept = 0\n"))
  }

  @Test("What changes more than the insides of functions is a program of its own")
  func elsewhere() {
    #expect(changing("var kept = 0", "var kept = 1") == nil)
    #expect(changing("doubled", "thrice") == nil)
  }
}
