import Testing

@testable import Grading

@Suite("The words of a Swift text")
struct SwiftScannerTests {
  private func words(_ text: String) -> [String] { SwiftScanner.tokens(of: text).map(\.text) }

  private func kinds(_ text: String) -> [SwiftToken.Kind] {
    SwiftScanner.tokens(of: text).map(\.kind)
  }

  @Test("A string is one word, whatever stands in it: signs, quotes, code with strings of its own")
  func strings() {
    for text in [
      #""a + b""#, #""a \" // no comment""#, #""\(x + f("y) \(z)"))""#, ##"#"a " \( b"#"##,
      ##"#"\#(x + "b")"#"##, "\"\"\"\n  1 + \"two\"\n  // three\n  \"\"\"",
      "#\"\"\"\n a \"\"\" b\n \"\"\"#", "\"\"",
    ] {
      #expect(words("x = \(text) + y") == ["x", "=", text, "+", "y"])
      #expect(kinds(text) == [.string])
    }
  }

  @Test("A comment is one word, to the end of its line or over others that lie in it")
  func comments() {
    #expect(words("a // b + \"c\"\nd") == ["a", "// b + \"c\"", "d"])
    #expect(words("a /* b /* c */ + */ d") == ["a", "/* b /* c */ + */", "d"])
    #expect(words("a +/* b */c") == ["a", "+", "/* b */", "c"])
    #expect(kinds("// begin 1.1: x < y") == [.comment])
  }

  @Test("Numbers end where a range, a member or a method begins")
  func numbers() {
    #expect(words("0..<n") == ["0", "..<", "n"])
    #expect(words("1...3") == ["1", "...", "3"])
    #expect(words("x.0.1") == ["x", ".", "0.1"])
    #expect(words("1.5e-3.rounded()") == ["1.5e-3", ".", "rounded", "(", ")"])
    #expect(words("0x1F_0p-2 - 1_000") == ["0x1F_0p-2", "-", "1_000"])
  }

  @Test("Signs are what Swift takes for one; those between operands have space, generic types none")
  func signs() {
    let text = "func f<T>(_ x: inout [T]) -> Array<Int> { a .<= b && -c < d ? x! : &y }"
    let tokens = SwiftScanner.tokens(of: text)
    #expect(
      tokens.filter { $0.kind == .sign }.map(\.text)
        == ["<", ">", "->", "<", ">", ".<=", "&&", "-", "<", "?", "!", "&"])
    #expect(tokens.filter(\.isBinary).map(\.text) == ["->", ".<=", "&&", "<", "?"])
    #expect(tokens.filter(\.isPrefix).map(\.text) == ["-", "&"])
    #expect(words("x.y?.z ?? .none") == ["x", ".", "y", "?", ".", "z", "??", ".", "none"])
  }

  @Test("A slash is a sign between operands, and begins a regular expression where one is due")
  func slashes() {
    #expect(words("a / b / c") == ["a", "/", "b", "/", "c"])
    #expect(words("f(/a + b/)") == ["f", "(", "/a + b/", ")"])
    #expect(words("#/a / \"/#") == ["#/a / \"/#"])
  }

  @Test("What ends in the middle ends there, and lines are counted through all of it")
  func ends() {
    for text in ["\"a", "/* a", "\"\"\"\n a", "\"\\(", "\"\\", "#\"a", "`a", "#/a", "a ."] {
      #expect(words(text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
    let lines = SwiftScanner.tokens(of: "a\n/* b\n c */ d\n\"\"\"\n  e\n  \"\"\" f\ng").map(\.line)
    #expect(lines == [1, 2, 3, 4, 6, 7])
  }
}
