import Datasets
import Doorway
import Grading
import Tensors

let additionChecks = [
  Check(
    "12.addition.accuracy",
    claim: "a transformer made of your parts learns to add numbers that it has never seen",
    points: 6, buildsOn: ["12.forcing.loss"], uses: ["12.writing.same", "12.decoding.greedy"],
    hints: [
      "Every part has passed its own check? Then print the loss in `Transformer.loss`: it is called once a step.",
      "A loss that falls to 1.2 and stays has learnt how long sums are, and how they begin.",
      "If the loss is near 0 and the answers are wrong, look at how they are written.",
    ],
    limits: .additionTraining
  ) { exam in
    let run = AdditionRun.standard(steps: 1200, seed: exam.seed)
    let problems = Additions.test(
      count: 400, digits: 2, seed: UInt64(exam.count(in: 0...1 << 40)))
    let curve = try exam.ask(.additionTraining, run)
    let answers = try exam.ask(.additionAnswers, AdditionQuestions(problems.map(\.question)))
    try exam.require(answers.texts.count == problems.count)
    let right = zip(problems, answers.texts).count { $0.answer == $1 }
    let accuracy = Double(right) / Double(problems.count)
    let last = curve.trainingLosses.suffix(50)
    let loss = last.reduce(0, +) / Double(max(last.count, 1))
    try exam.expectFigure(
      accuracy >= 0.95, after: .additionTraining, run,
      tellingBy: .standard(steps: 12, seed: exam.seed),
      "\(percent(accuracy)) of the sums are written without a mistake, 95 % are asked for; the loss of "
        + "the last steps was \(short(loss))")
  }
]

extension Limits {
  /// The reference takes some six seconds; whoever writes all with loops, two minutes.
  fileprivate static let additionTraining = Limits(cpuSeconds: 360, longestSeconds: 3600)
}

extension AdditionRun {
  /// As `AdditionTraining` has it.
  static func standard(steps: Int, seed: UInt64) -> AdditionRun {
    AdditionRun(steps: steps, batchSize: 128, warmup: 200, rateFactor: 1, seed: seed)
  }
}
