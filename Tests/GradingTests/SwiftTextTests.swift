import Testing

@testable import Grading

@Suite("What of a Swift file is code")
struct SwiftTextTests {
  @Test(
    "Comments are left out, nested ones too, and none begins or ends in a string",
    arguments: [
      ("a // b\nc", "a  \nc"),
      ("a /* b // c */ d", "a   d"),
      ("a /* b /* c */ d */ e", "a   e"),
      ("a/* b\n */c", "a \nc"),
      ("\"http://x\" // y", "\"http://x\"  "),
      ("\"/*\" + \"*/\"", "\"/*\" + \"*/\""),
      ("#\"\\\"// a\"# // b", "#\"\\\"// a\"#  "),
      ("\"\"\"\n\" // a\n\"\"\" // b", "\"\"\"\n\" // a\n\"\"\"  "),
      ("\"\\(f(\"//\"))\" // a", "\"\\(f(\"//\"))\"  "),
      ("a /* never ends", "a  "),
    ])
  func comments(text: String, expected: String) {
    #expect(SwiftText(text).withoutComments == expected)
  }

  @Test(
    "What a string holds is no code, be it a brace, an escape or an interpolation",
    arguments: [
      ("f(\"{\")", "f(\"\")"),
      ("\"a\\\"{\" }", "\"\" }"),
      ("\"a\\(b { c(\"}\") })d\" }", "\"\" }"),
      ("#\"\\(a\" {\"# }", "\"\" }"),
      ("#\"\\#(g(\"{\"))\"# }", "\"\" }"),
      ("\"\"\"\n{ \"\n\"\"\" }", "\"\"\n\n }"),
      ("\"never ends {\n}", "\"\"\n}"),
      ("#if x\n{\n#endif", "#if x\n{\n#endif"),
    ])
  func strings(text: String, expected: String) {
    #expect(SwiftText(text).withoutStrings == expected)
  }

  @Test("Two files are the same whose lines are, whatever their space, comments and line ends")
  func lines() {
    let file = "\u{FEFF}struct A {\r\n  func f() {}  // to do\r\n\r\n/* a\r\nb */}\r\n"
    #expect(SwiftText(file).lines == ["struct A {", "func f() {}", "}"])
    #expect(SwiftText("// nothing").lines.isEmpty)
  }

  @Test(
    "Neither comments by the thousand nor strings in strings keep it"
  )
  func hostile() {
    let comments = String(repeating: "/**/", count: 60_000)
    #expect(SwiftText(comments).lines.isEmpty)
    let nested = String(repeating: "\"\\(", count: 60_000)
    #expect(!SwiftText(nested).withoutComments.isEmpty)
  }
}
