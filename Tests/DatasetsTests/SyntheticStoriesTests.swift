import Testing

@testable import Datasets

@Suite("The stories made by code")
struct SyntheticStoriesTests {
  @Test("The same seed makes the same text, another seed another, on every machine")
  func isDeterministic() {
    let text = SyntheticStories(count: 500, seed: 1).text
    #expect(text == SyntheticStories(count: 500, seed: 1).text)
    #expect(text != SyntheticStories(count: 500, seed: 2).text)
    #expect(Array(SyntheticStories(count: 900, seed: 1).text[..<500]) == text)
    #expect(
      SyntheticStories.string(text).hasPrefix(
        "one day the old dragon stole a broken crown under the bridge. it was hungry."))
  }

  @Test("It has so many characters as were asked for, and every word is known")
  func wordsAreKnown() {
    for count in [0, 1, 1000, 30_000] {
      #expect(SyntheticStories(count: count, seed: 7).text.count == count)
    }
    let text = SyntheticStories(count: 30_000, seed: 7).text
    #expect(Set(text).count == SyntheticStories.characters.count - missing(in: text))
    // The last word may have been cut off.
    let words = SyntheticStories.string(text).split { !$0.isLetter }.dropLast().map(String.init)
    #expect(words.allSatisfy(SyntheticStories.words.contains))
  }

  /// How many letters no word of the stories has.
  private func missing(in text: [Int]) -> Int {
    let letters = Set(SyntheticStories.words.joined())
    return SyntheticStories.characters.count { $0.isLetter && !letters.contains($0) }
  }
}
