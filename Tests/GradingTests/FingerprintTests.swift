import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("Fingerprints of answers")
struct FingerprintTests {
  private func parts(_ scalars: [Double]) -> [Part] { [Part("y", Tensor(scalars))] }

  @Test(
    "An answer has that of its equal, as far as numbers can be told apart", arguments: [3, 500])
  func equals(count: Int) {
    var generator = SeededGenerator(seed: 1)
    let numbers = Tensor(normal: [count], using: &generator).scalars.map { $0 * 1000 }
    let fingerprint = Fingerprint(parts(numbers))
    #expect(fingerprint.matches(parts(numbers.map { $0 * (1 + 1e-11) }), .value))
    for i in [0, count / 2, count - 1] {
      var other = numbers
      other[i] *= 1.001
      #expect(!fingerprint.matches(parts(other), .value))
      other[i] = .nan
      #expect(!fingerprint.matches(parts(other), .value))
    }
  }

  @Test("A key comes back as it was written, and what is none is told with the cure")
  func keyOnDisk() throws {
    let folder = try ScratchFolder()
    let question = Frame(kind: .question, header: Data(), blob: Data())
    let entries = ["05.relu", "05.sigmoid"].map { AnswerKey.Entry("a", to: $0, question) }
    var key = AnswerKey()
    for entry in entries { key[fingerprint: entry] = Fingerprint(parts([1, .nan])) }
    #expect(try key.write(to: folder.path))
    #expect(try AnswerKey(contentsOf: folder.path) == key)
    #expect(try !key.write(to: folder.path), "nothing has changed")
    let path = "\(folder.path)/05.sigmoid.plist"
    try AtomicFile.write(Data("garbage".utf8), to: path)
    let error = #expect(throws: GraderError.self) { try AnswerKey(contentsOf: folder.path) }
    #expect(
      error.map(Sentences.error)?.hasPrefix("\(path) is no answer key of this version of Gradus. ")
        == true)
  }

  @Test("What one file would be too large for lies in several, and is read from all of them")
  func largeKey() throws {
    let folder = try ScratchFolder()
    var key = AnswerKey()
    for i in 0..<40 {
      let question = Frame(kind: .question, header: Data([UInt8(i)]), blob: Data())
      key[AnswerKey.Entry("a", to: "07.node", question)] = Data(repeating: UInt8(i), count: 10_000)
    }
    try key.write(to: folder.path)
    let sizes = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\($0)")).count
    }
    #expect(sizes.count == 4)
    #expect(sizes.allSatisfy { $0 < 200_000 })
    #expect(try AnswerKey(contentsOf: folder.path) == key)
  }

  @Test("A key that is written again forgets the questions that nobody asks any more")
  func rewrittenKey() throws {
    let folder = try ScratchFolder()
    let question = Frame(kind: .question, header: Data(), blob: Data())
    for name in ["05.relu", "05.sigmoid"] {
      var key = AnswerKey()
      key[fingerprint: AnswerKey.Entry("a", to: name, question)] = Fingerprint(parts([1]))
      #expect(try key.write(to: folder.path))
      #expect(try AnswerKey(contentsOf: folder.path) == key)
    }
  }

  @Test("NaN and the infinities are like themselves, and shapes count")
  func specialNumbers() {
    let fingerprint = Fingerprint(parts([.nan, 1, -.infinity]))
    #expect(fingerprint.matches(parts([.nan, 1, -.infinity]), .value))
    #expect(!fingerprint.matches(parts([.nan, 1, .infinity]), .value))
    #expect(!fingerprint.matches(parts([.infinity, 1, .nan]), .value))
    #expect(
      !fingerprint.matches([Part("y", Tensor([[.nan, 1, -.infinity]]))], .value))
    #expect(!fingerprint.matches([], .value))
  }
}
