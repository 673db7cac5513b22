import Datasets
import Doorway
import Foundation
import Grading
import Tensors

/// How the two networks of exercise 11 are trained where somebody watches, with a text that comes of it.
struct Training11: TrainingPlan {
  /// Of the reviews that are understood. No images are asked for.
  func threshold(on data: TrainingData) -> Double { 0.83 }

  func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult {
    func ask<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) throws -> Reply {
      try subject.ask(question, [input], limits: .longTraining, progress: epochDone)[0]
    }
    func train(
      _ question: Question<TextTraining, EpochLosses>, _ training: TextTraining
    ) throws -> Double {
      let start = ContinuousClock.now
      var training = training
      training.epochs = epochs ?? 0
      _ = try ask(question, training)
      return seconds(since: start)
    }
    var outcome = TextOutcome(exercise: exercise, seed: seed)
    let reviews = TextTraining.reviews(seed)
    began("\(reviews.count) reviews, as MySentimentNet.swift says, seed \(seed)")
    outcome.reviewSeconds = try train(.sentimentTraining, reviews)
    let new = NewReviews(seed: seed)
    outcome.understood =
      Double(new.right(try ask(.sentimentPredictions, new.question).classes))
      / Double(new.reviews.labels.count)

    let stories = TextTraining.stories(seed)
    began("\(stories.count) characters of stories, as MyCharacterNet.swift says, seed \(seed)")
    outcome.storySeconds = try train(.characterTraining, stories)
    let characters = NewStories(seed: seed)
    let rows = try ask(.nextCharacters, characters.question).converted(to: .float64)
    outcome.perplexity = rows.shape == characters.shape ? characters.perplexity(of: rows) : .nan
    let writing = OwnWriting(prompt: [0], count: 400, temperature: 0.5, seed: seed)
    outcome.text = SyntheticStories.string(
      try ask(.ownWriting, writing).characters
        .filter(SyntheticStories.characters.indices.contains))
    outcome.cpuSeconds = subject.end().cpuSeconds
    return outcome
  }
}

/// What came of both trainings. `understood` is a fraction.
private struct TextOutcome: TrainingResult {
  var exercise: String
  var seed: UInt64
  var understood = 0.0
  var perplexity = 0.0
  var text = ""
  var reviewSeconds = 0.0
  var storySeconds = 0.0
  var cpuSeconds = 0.0

  init(exercise: String, seed: UInt64) { (self.exercise, self.seed) = (exercise, seed) }

  var model: TrainedModel? { nil }

  /// A loss that is no number has no place in JSON.
  enum CodingKeys: String, CodingKey {
    case exercise, seed, understood, perplexity, text, reviewSeconds, storySeconds, cpuSeconds
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(seed, forKey: .seed)
    try container.encode(understood, forKey: .understood)
    try container.encode(perplexity.isFinite ? perplexity : nil, forKey: .perplexity)
    try container.encode(text, forKey: .text)
    try container.encode(reviewSeconds, forKey: .reviewSeconds)
    try container.encode(storySeconds, forKey: .storySeconds)
    try container.encode(cpuSeconds, forKey: .cpuSeconds)
  }

  var sentence: String {
    var lines: [String] = []
    for story in text.split(separator: "\n") {
      lines.append("")
      for word in story.split(separator: " ") {
        if lines[lines.count - 1].count + word.count > 90 { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return (lines + [""]).joined(separator: "\n")
      + String(
        format: "%.1f %% of 1000 new reviews understood, after %.1f s; perplexity %.2f of 600 new "
          + "characters, after %.1f s (%.1f s of processor time in all).", 100 * understood,
        reviewSeconds, perplexity, storySeconds, cpuSeconds)
  }
}
