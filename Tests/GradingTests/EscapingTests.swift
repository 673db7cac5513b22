import Testing

@testable import Grading

@Suite("What comes from a submission stays text")
struct EscapingTests {
  @Test(
    "Control characters are shown; line feeds and tabs stay, a Windows line end is one line feed")
  func controlsAreShown() {
    #expect("a\u{1B}[2J\u{0}\u{7F}\u{9B}".withVisibleControls == "a␛[2J␀␡\u{FFFD}")
    #expect("a\r\nb\tc\rd".withVisibleControls == "a\nb\tc␍d")
    #expect("\u{202E}gpj\u{2028}\u{FFFE}".withVisibleControls == "\u{FFFD}gpj\u{FFFD}\u{FFFD}")
    #expect("👩‍🔬 é e\u{301}".withVisibleControls == "👩‍🔬 é e\u{301}")
  }
}
