import Doorway
import Foundation
import Grading
import Tensors

/// What is drawn is as probable as the softmax says, and depends on nothing but this call and the generator.
func examineDrawnCharacters(_ exam: Examination) throws {
  func draw(_ logits: [Double], _ temperature: Double, _ count: Int, seed: UInt64) throws -> [Int] {
    let question = CharacterDraws(
      Tensor(logits), temperature: temperature, count: count, seed: seed)
    let seen = try exam.ask(.characterDraws, question)
    exam.note(seen, of: .characterDraws, question)
    try exam.require(seen.characters.count == count)
    try exam.expect(
      seen.characters.allSatisfy(logits.indices.contains),
      "a character was drawn that there is not: \(seen.characters.max() ?? 0) of \(logits.count)")
    return seen.characters
  }
  let a = exam.number(in: -1...1)
  let certain = try draw([a + 30, a + 50, a - 40, a + 50, a + 40], 0, 20, seed: exam.seed)
  try exam.expect(
    certain.allSatisfy { $0 == 1 },
    "at temperature 0, \(certain.first { $0 != 1 } ?? 1) was drawn, and the first of the greatest is 1"
  )
  let logits = [0.5, -0.4, 1.1, 0, 0.7].map { $0 + a }.shuffled(using: &exam.generator)
  for temperature in [1, 0.5, 2.5, 0.2] {
    let seen = try draw(logits, temperature, 900, seed: exam.seed)
    let weights = logits.map { exp($0 / temperature) }
    for character in weights.indices {
      try exam.expectAbout(
        seen.count { $0 == character }, of: seen.count, weights[character] / weights.reduce(0, +),
        "at temperature \(temperature), draws are the character \(character)")
    }
  }
  // Of so many that are equally probable each is rare, and none is impossible.
  let many = try draw(.init(repeating: a, count: 400), 1, 900, seed: exam.seed)
  try exam.expectAbout(
    many.count { $0 < 200 }, of: many.count, 0.5,
    "of 400 characters that are equally probable, draws are one of the first 200")
  // As many characters as before, whose greatest was another.
  let sure = try draw([-1000, 0, 1000, 980, 3], 1, 20, seed: exam.seed)
  try exam.expect(
    sure.allSatisfy { $0 == 2 },
    "of logits -1000, 0, 1000, 980 and 3, other than the third was drawn")
  // By turns, once each: a temperature is that of its own call.
  let greatest = logits.indices.max { logits[$0] < logits[$1] } ?? 0
  for turn in 0..<10 as Range<UInt64> {
    _ = try draw(logits, 4, 1, seed: exam.seed &+ turn)
    let cold = try draw(logits, 1e-3, 1, seed: exam.seed &+ turn)
    try exam.expect(
      cold == [greatest],
      "at temperature 0.001, \(cold[0]) was drawn, and all but \(greatest) are as good as impossible"
    )
  }
  let first = try draw(logits, 1, 60, seed: exam.seed)
  try exam.expect(
    try draw(logits, 1, 60, seed: exam.seed) == first,
    "the same generator gave other characters the second time")
  try exam.expect(
    try draw(logits, 1, 60, seed: exam.seed &+ 1) != first,
    "another generator gave the same characters")
}
