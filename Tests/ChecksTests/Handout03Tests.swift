import Checks
import Foundation
import Grading
import Tensors
import Testing

/// The numbers of the handout of exercise 03, computed anew.
@Suite("The handout of exercise 03")
struct Handout03Tests {
  let text: String

  init() throws {
    let exercise = try Catalogue.exercise("03")
    let path = "\(try Installation.find().root)/Exercises/\(exercise.folder)/README.md"
    text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: #"\s+"#, with: " ", options: .regularExpression)
  }

  func states(_ words: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(text.contains(words), "the handout does not say: \(words)", sourceLocation: location)
  }

  func digits(_ x: Double, _ count: Int) -> String { String(format: "%.\(count)f", x) }

  @Test("Mean, deviation and normalised image are those of the two images")
  func statistics() {
    let a = Tensor([[0, 100], [200, 100]])
    let b = Tensor([[50, 150], [250, 150]])
    let all = a.scalars + b.scalars
    let mean = all.reduce(0, +) / Double(all.count)
    let distances = all.map { $0 - mean }
    let squares = distances.map { $0 * $0 }.reduce(0, +)
    let deviation = (squares / 8).squareRoot()
    states("A = 0 100 B = 50 150 200 100 250 150")
    states("(0 + 100 + 200 + 100 + 50 + 150 + 250 + 150) / 8 = \(digits(mean, 0))")
    states("distances = " + distances.map { digits($0, 0) }.joined(separator: " "))
    states("√( \(digits(squares, 0)) / 8 ) = √\(digits(squares / 8, 0)) = \(digits(deviation, 0))")
    let own = a - a.mean()
    let ownSquares = (own * own).mean()
    states("A alone is √\(digits(ownSquares, 0)) = \(digits(ownSquares.squareRoot(), 2))")
    let normal = ((a - mean) / deviation).scalars.map { digits($0, 3) }
    states(normal.joined(separator: " "))
    states("becomes (A - \(digits(mean, 0))) / \(digits(deviation, 0))")
    states("the number 51 becomes \(digits(-1 + 2 * 51 / 255, 1))")
    states("A is `100 0` over `100 200`")
    #expect(a.flipped(along: [1]).scalars == [100, 0, 100, 200])
  }

  @Test("The three pieces are pieces of the image with zeros around it")
  func pieces() {
    let padded = Tensor([[0, 100], [200, 100]]).padded(by: [1, 1])
    let windows = padded.windows(of: [2, 2])
    states("one of \(windows.shape[0]) · \(windows.shape[1]) = 9 places")
    func rows(_ piece: Tensor) -> [String] {
      (0..<2).map { piece.row($0).scalars.map { digits($0, 0) }.joined(separator: " ") }
    }
    let (left, middle, bottom) = (
      rows(windows.row(0).row(0)), rows(windows.row(1).row(1)), rows(windows.row(2).row(1))
    )
    let lines = (0..<4).map { padded.row($0).scalars.map { digits($0, 0) }.joined(separator: " ") }
    states("\(lines[1]) \(left[0]) \(middle[0]) \(bottom[0])")
    states("\(lines[2]) \(left[1]) \(middle[1]) \(bottom[1]) \(lines[3])")
  }

  @Test("Bytes, places and sizes are what the format says")
  func records() {
    let (size, plane) = (1 + 3 * 32 * 32, 32 * 32)
    states("records of 3,073 bytes")
    states("label at byte \(2 * size), its first red at byte \(2 * size + 1)")
    states("its first green at byte \(2 * size + 1 + plane)")
    states("(At \(2 * size + 1 + 2 * plane + 3 * 32 + 5).)")
    let bytes = 50_000 * 3 * plane
    states("50,000 images as bytes are \(digits(Double(bytes) / 1e6, 0)) MB")
    states("As `float32` they are \(digits(Double(bytes) * 4 / 1e6, 0)) MB")
    states("as `float64` \(digits(Double(bytes) * 8 / 1e9, 1)) GB")
    let places = 32 + 2 * 4 - 32 + 1
    states(
      "\(places) · \(places) = \(places * places) places and 2 sides, \(2 * places * places) pic")
    states("from 40 rows a piece of 32 can begin in \(40 - 32 + 1) places")
    states("10 samples in batches of 4 are \((10 + 3) / 4) batches, and \(10 / 4) if")
    states("Of 37 samples a fraction of 0.2 is \(digits(37 * 0.2, 1))")
    states("10 samples in 3 folds: 4, 3 and 3")
    states("1/e, which is \(digits(exp(-1), 3))")
    #expect(["Ant", "bee10", "bee2", "cat"].sorted() == ["Ant", "bee10", "bee2", "cat"])
    states("`Ant` before `bee10` before `bee2` before `cat`")
  }
}
