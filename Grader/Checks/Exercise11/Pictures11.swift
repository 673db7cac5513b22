import Datasets
import Doorway
import Grading
import Tensors

/// What there is to be seen of exercise 11.
let pictures11 = PicturePlan(
  name: "made stories", trains: true,
  [
    .init("How much of a gradient arrives, step by step", draw: norms),
    .init("What your network writes", draw: texts),
  ])

private let (steps, width) = (40, 16)

private func norms(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  var generator = SeededGenerator(seed: sources.seed)
  let x = Tensor(normal: [steps, 4, width], using: &generator)
  let upstream = Tensor(normal: [4, width], using: &generator)
  let cells: [(kind: CellKind, name: String)] = [(.rnn, "RNN"), (.lstm, "LSTM"), (.gru, "GRU")]
  let series = try cells.map { kind, name -> Chart.Series in
    let scale = 1 / Double(width).squareRoot()
    let weights = RecurrentWeights(
      w: Tensor(normal: [width, kind.gates * width], using: &generator) * scale,
      u: Tensor(normal: [width, kind.gates * width], using: &generator) * scale,
      b: Tensor(zeros: [kind.gates * width]))
    let input = NormsInput(kind, x, weights, upstream: upstream)
    let norms = try subject.ask(.stateNorms, [LayerRun([input])])[0].outputs.first?.scalars ?? []
    let last = norms.last.flatMap { $0 > 0 ? $0 : nil } ?? 1
    return .init(
      name, norms.prefix(steps + 1).enumerated().map { Chart.Point(Double($0), $1 / last) })
  }
  return [
    .words(
      "The gradient at the last state goes back through \(steps) steps of \(width) units, with weights "
        + "that the seed draws. 1 is what it was at the last state: what comes near 0 is not learnt."
    ),
    .chart(
      Chart(
        "Norm of the gradient at the state before each step, as a fraction of that at the last",
        x: "step", y: "fraction", series, isWhole: true)),
  ]
}

private func texts(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  let training = TextTraining(count: 60_000, seed: sources.seed)
  let shapes = try subject.ask(.characterShapes, [training], limits: .training)[0].shapes
  _ = try OwnModel.checkCount(of: shapes)
  let losses = try subject.ask(.characterTraining, [training], limits: .training)[0].losses
  var pictures: [Illustration] = [
    .words("Trained on \(training.count) characters of made stories. It begins each text itself."),
    .chart(
      Chart(
        "Training loss of each epoch", x: "epoch", y: "mean cross-entropy",
        [.init("training", losses.enumerated().map { Chart.Point(Double($0 + 1), $1) })],
        isWhole: true)),
  ]
  for temperature in [0, 0.5, 1, 2] {
    let writing = OwnWriting(
      prompt: [0], count: 300, temperature: temperature, seed: sources.seed)
    let written = try subject.ask(.ownWriting, [writing], limits: .training)[0].characters
    let known = written.prefix(1000).filter(SyntheticStories.characters.indices.contains)
    pictures += [
      .heading("Temperature \(short(temperature))"), .text(SyntheticStories.string(known)),
    ]
  }
  return pictures
}
