import Datasets
import Doorway
import Foundation
import Grading
import Tensors

/// The most numbers that may be learnt.
private let parameterLimit = 200_000

let sentimentChecks = [
  Check(
    "11.sentiment.accuracy",
    claim: "your reader understands 83 % of reviews that it has never seen",
    points: 4, uses: ["11.classifier.gradient", "11.step.clipped", "11.layer.start"],
    hints: [
      "'\(Sentences.grader) train 11' prints the loss of each epoch. 0.69 is guessing: how long does it stay there?",
      "Who only counts words reaches 55 %. Which cell can remember a 'not'?",
    ],
    limits: .textTraining
  ) { exam in
    let training = TextTraining.reviews(exam.seed)
    try exam.expectSmall(try exam.ask(.sentimentShapes, training))
    _ = try exam.ask(.sentimentTraining, training)
    let new = NewReviews(seed: exam.seed)
    let classes = try exam.ask(.sentimentPredictions, new.question).classes
    try exam.require(classes.count == new.reviews.labels.count)
    let right = new.right(classes)
    try exam.expectFigure(
      right >= 830, after: .sentimentTraining, training,
      tellingBy: TextTraining(count: 320, epochs: 1, seed: exam.seed),
      "\(Double(right) / 10) % of 1000 new reviews are understood, 83 % are asked for")
  }
]

let ownTextChecks = [
  Check(
    "11.character.perplexity",
    claim: "your writer foresees the next character of a new text with a perplexity below 2",
    points: 4, uses: ["11.characters.gradient", "11.characters.state", "11.step.clipped"],
    hints: [
      "A table of neighbours has 6.3. How far back can your model look?",
      "'\(Sentences.grader) train 11' prints the loss of each epoch: e to its power is the perplexity on what was learnt.",
    ],
    limits: .textTraining
  ) { exam in
    let training = try exam.trainWriter()
    let new = NewStories(seed: exam.seed)
    let rows = try exam.ask(.nextCharacters, new.question).converted(to: .float64)
    try exam.require(rows.shape == new.shape)
    let totals = exp(rows).sum(along: 1).scalars
    try exam.expect(
      totals.allSatisfy { abs($0 - 1) < 1e-3 },
      "the probabilities of a next character do not add up to 1")
    let perplexity = new.perplexity(of: rows)
    try exam.expectFigure(
      perplexity <= 2, after: .characterTraining, training, tellingBy: .shortStories(exam.seed),
      "the perplexity of 600 new characters is "
        + "\(Sentences.number((perplexity * 100).rounded() / 100)), 2 is asked for")
  },

  Check(
    "11.character.words",
    claim: "of the words that your writer writes, 90 % are words that there are",
    points: 2, buildsOn: ["11.character.perplexity"], uses: ["11.written.temperature"],
    hints: [
      "At a temperature of 0.5 it writes what it is sure of. '\(Sentences.grader) train 11' prints what it writes."
    ],
    limits: .textTraining
  ) { exam in
    let training = try exam.trainWriter()
    let question = OwnWriting(
      prompt: [0], count: 1500, temperature: 0.5, seed: exam.seed)
    let text = try exam.ask(.ownWriting, question).characters
    try exam.require(
      text.count == 1500 && text.allSatisfy(SyntheticStories.characters.indices.contains))
    // The last word may have been cut off.
    let words = SyntheticStories.string(text).split { !$0.isLetter }.dropLast().map(String.init)
    let known = words.count { SyntheticStories.words.contains($0) }
    try exam.expectFigure(
      words.count >= 100 && Double(known) >= 0.9 * Double(words.count),
      after: .characterTraining, training, tellingBy: .shortStories(exam.seed),
      "\(known) of the \(words.count) words in 1500 characters are words that there are; 90 % of 100 or "
        + "more are asked for")
  },
]

extension Limits {
  /// The solution takes three seconds; whoever writes all with loops, a minute.
  fileprivate static let textTraining = Limits(cpuSeconds: 240, longestSeconds: 3600)
}

extension TextTraining {
  fileprivate static func shortStories(_ seed: UInt64) -> Self {
    TextTraining(count: 3300, epochs: 1, seed: seed)
  }
}

extension Examination {
  fileprivate func trainWriter() throws -> TextTraining {
    let training = TextTraining.stories(seed)
    try expectSmall(try ask(.characterShapes, training))
    _ = try ask(.characterTraining, training)
    return training
  }

  fileprivate func expectSmall(_ shapes: OwnShapes) throws {
    let count = shapes.shapes.reduce(0) { sum, shape in
      let (product, overflows) = shape.reduce((1, false)) { product, size in
        let (next, overflow) = product.0.multipliedReportingOverflow(by: size)
        return (next, product.1 || overflow)
      }
      return overflows ? Int.max / 2 : min(Int.max / 2, sum &+ product)
    }
    guard count <= parameterLimit else {
      throw RefusedWork.parameters(count, limit: parameterLimit)
    }
  }
}
