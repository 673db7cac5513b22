import Testing

@testable import Grading

@Suite("What is typed to start the grader")
struct TypedTests {
  @Test("From the package it is 'swift run', and builds no other program than the one that speaks")
  func fromThePackage() {
    #expect(Sentences.words(toStart: "/p/.build/x86_64/debug/grader") == "swift run grader")
    #expect(Sentences.words(toStart: ".build/debug/grader") == "swift run grader")
    #expect(
      Sentences.words(toStart: "/p/.build/release/grader") == "swift run -c release grader")
    #expect(Sentences.words(toStart: "") == "swift run grader")
  }

  @Test("Where the search path finds it, its name is enough")
  func onTheSearchPath() {
    #expect(Sentences.words(toStart: "grader") == "grader")
  }

  @Test("Whatever is said of what to type begins so")
  func everywhere() {
    let sentences = [
      Sentences.error(GraderError.noCommand("frobnicate", known: [])),
      Sentences.error(GraderError.noCheck("x", known: [])),
      Sentences.error(GraderError.noPictures(exercise: "01")),
      Screen.command(forHintsOf: "05.relu.gradient"),
    ]
    for sentence in sentences {
      #expect(sentence.contains("swift run grader "), "\(sentence)")
      #expect(!sentence.contains("'grader"), "\(sentence)")
    }
  }
}
