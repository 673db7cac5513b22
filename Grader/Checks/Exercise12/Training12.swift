import Datasets
import Doorway
import Foundation
import Grading

/// How a transformer of exercise 12 learns to add where somebody watches, with what it makes of numbers
/// that are longer than all it has seen.
struct Training12: TrainingPlan {
  /// Every batch is new.
  let takesEpochs = false

  /// Of the sums that are right in all digits. No images are asked for.
  func threshold(on data: TrainingData) -> Double { 0.95 }

  func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult {
    let run = AdditionRun.standard(steps: 1200, seed: seed)
    began("\(run.steps) steps of \(run.batchSize) additions, seed \(seed)")
    let start = ContinuousClock.now
    _ = try subject.ask(.additionTraining, [run], limits: .longTraining, progress: epochDone)
    let seconds = seconds(since: start)
    var shares: [Double] = []
    var mistakes: [AdditionOutcome.Mistake] = []
    for digits in 1...4 {
      let problems = Additions.test(count: 200, exactDigits: digits, seed: seed)
      let texts = try subject.ask(
        .additionAnswers, [AdditionQuestions(problems.map(\.question))], limits: .longTraining)[0]
        .texts
      let pairs = Array(zip(problems, texts))
      let wrong = pairs.filter { $0.answer != $1 }
      shares.append(Double(pairs.count - wrong.count) / Double(problems.count))
      if let (problem, text) = wrong.first {
        // The text has a sum's last digit first.
        mistakes.append(
          .init(
            question: problem.question, answer: String(problem.answer.reversed()),
            written: String(text.prefix(40).reversed()).onOneLine))
      }
    }
    return AdditionOutcome(
      exercise: exercise, seed: seed, right: shares, mistakes: mistakes, seconds: seconds,
      cpuSeconds: subject.end().cpuSeconds)
  }
}

/// What came of it.
private struct AdditionOutcome: TrainingResult {
  /// A sum that was written wrong.
  struct Mistake: Encodable {
    var question: String
    var answer: String
    var written: String
  }

  var exercise: String
  var seed: UInt64

  /// The fractions of sums that are right in all digits, of numbers of one digit, of two, and so on.
  var right: [Double]

  /// The first of each of these that is not.
  var mistakes: [Mistake]
  var seconds: Double
  var cpuSeconds: Double

  var model: TrainedModel? { nil }

  private enum CodingKeys: CodingKey {
    case exercise, seed, right, mistakes, seconds, cpuSeconds
  }

  var sentence: String {
    let lengths = right.enumerated().map { i, share in
      String(
        format: "%@ %5.1f %%  %@", i == 0 ? "1 digit " : "\(i + 1) digits", 100 * share,
        String(repeating: "█", count: Int((share * 40).rounded())))
    }
    let examples = mistakes.map { "\($0.question) = \($0.answer), and not \($0.written)" }
    return
      (["", "New sums that are right in all digits; it has seen numbers of 1 and 2 digits:"]
      + lengths + examples
      + [String(format: "After %.1f s (%.1f s of processor time).", seconds, cpuSeconds)])
      .joined(separator: "\n")
  }
}
