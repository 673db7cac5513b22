import Datasets
import Testing

@testable import Grading

@Suite("What is said of wrong data")
struct WrongDataTests {
  static let cases: [(error: DatasetError, sentence: String)] = [
    (
      .repeatedImages(
        file: "/d/a.bin", record: 1, original: "/d/a.bin", originalRecord: 0, count: 9999),
      "/d/a.bin holds 9999 copies of its own images: record 1 is record 0 again. Fetch it again."
    ),
    (
      .repeatedImages(
        file: "/d/b.bin", record: 0, original: "/d/a.bin", originalRecord: 7, count: 100),
      "/d/b.bin and /d/a.bin hold the same images: record 0 is record 7 of the other, and there are "
        + "100 such copies. One of the two files is wrong. Fetch both again."
    ),
    (
      .wrongClassCount(
        file: "/d/a.bin", className: "frog", images: 10_000, expected: 900...1100),
      "In /d/a.bin 10000 images are of the class 'frog', expected 900 to 1100: "
        + "labels are wrong. Fetch it again."
    ),
    (
      .wrongClassCount(file: "/d/a.bin", className: "cat", images: 999, expected: 1000...1000),
      "In /d/a.bin 999 images are of the class 'cat', expected 1000: "
        + "labels are wrong. Fetch it again."
    ),
  ]

  @Test("The file is named, what is wrong with it, and the cure", arguments: cases.indices)
  func sentence(index: Int) {
    let (error, sentence) = Self.cases[index]
    #expect(Sentences.error(GraderError.data(error)) == sentence)
  }
}
