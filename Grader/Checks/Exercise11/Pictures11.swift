import Datasets
import Doorway
import Foundation
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
  let new = NewRecurrentLayers(
    cells.map { .init($0.kind, inputs: width, units: width) }, seed: sources.seed)
  let starts = try subject.ask(.newRecurrentLayers, [new])[0].tensors
  guard starts.count == 3 * cells.count else {
    throw NothingToShow("\(starts.count) tensors came back, expected W, U and b of three layers.")
  }
  let series = try cells.enumerated().map { i, cell -> Chart.Series in
    let (kind, name) = cell
    let weights = RecurrentWeights(w: starts[3 * i], u: starts[3 * i + 1], b: starts[3 * i + 2])
    let input = NormsInput(kind, x, weights, upstream: upstream)
    let norms = try subject.ask(.stateNorms, [LayerRun([input])])[0].outputs.first?.scalars ?? []
    let last = norms.last.flatMap { $0 > 0 ? $0 : nil } ?? 1
    return .init(
      name, norms.prefix(steps + 1).enumerated().map { Chart.Point(Double($0), $1 / last) })
  }
  return [
    .words(
      "The gradient at the last state goes back through \(steps) steps of \(width) units, whose weights "
        + "begin as your code has it. 1 is what it was at the last state, and "
        + "upwards and downwards one goes by powers of ten: what comes near 0 is not learnt."),
    .chart(
      Chart(
        "Norm of the gradient at the state before each step, as a fraction of that at the last",
        x: "step", y: "fraction", series, isLogarithmicUp: true, isWhole: true)),
  ]
}

private func texts(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  let training = TextTraining.stories(sources.seed)
  let shapes = try subject.ask(.characterShapes, [training], limits: .training)[0].shapes
  _ = try OwnModel.checkCount(of: shapes)
  let losses = try subject.ask(.characterTraining, [training], limits: .training)[0].losses
  var pictures: [Illustration] = [
    .words(
      "Trained on \(training.count) characters of made stories. Each text begins on a new line."),
    .chart(Chart(trainingLosses: losses)),
  ]
  for temperature in [0, 0.5, 1, 2] {
    let writing = OwnWriting(
      prompt: [0], count: 300, temperature: temperature, seed: sources.seed)
    let written = try subject.ask(.ownWriting, [writing], limits: .training)[0].characters
    let known = written.prefix(1000).filter(SyntheticStories.characters.indices.contains)
    pictures += [
      .heading("Temperature \(String(format: "%g", temperature))"),
      // Where it was made to stop, it may be in the middle of a word.
      .text(SyntheticStories.string(known) + "…"),
    ]
  }
  return pictures
}
