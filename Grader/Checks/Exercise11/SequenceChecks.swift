import Doorway
import Grading
import Tensors

private func contract(
  _ small: [SequenceInput], _ inputs: @escaping @Sendable (Examination) -> [SequenceInput]
) -> LayerContract<SequenceInput, SequenceOutput, NamedGradients> {
  LayerContract(
    .recurrentLayer, forward: "RecurrentLayer.forward", backward: "RecurrentLayer.backward",
    small: small, changesType: true, inputs: inputs)
}

private let plain = contract(SmallSequences.plain) { $0.sequences() }
private let carried = contract(SmallSequences.carried) { $0.carriedSequences() }
private let padded = contract(SmallSequences.padded) { $0.paddedSequences() }

let recurrentLayerChecks = [
  plain.check(
    "11.layer.forward", .outputs, points: 4,
    claim: "the state goes from step to step through the cell, and h is the output of each",
    hints: [
      "outputs[t] is h after step t. How many outputs are there?",
      "The state of a cell may have one tensor or two. Whose h is multiplied by U?",
    ]
  ) { [$0.longSequence(), $0.largeSequence()] },

  plain.check(
    "11.layer.gradient", .gradients(), points: 5,
    claim: "the gradient goes back through time: to x, and to W, U and b over all steps",
    uses: ["11.layer.forward"],
    hints: [
      "The state after step t is an output, and the state before step t + 1. Two gradients arrive.",
      "The old state receives what the cell says, and what comes through recurrent. By which matrix?",
      "recurrent = h · U: is that the h before the step or after it?",
    ]
  ) { [$0.longSequence(), $0.largeSequence()] },

  carried.check(
    "11.layer.state", .both, points: 3,
    claim: "a given state is where the layer begins, and its gradient comes back as well",
    uses: ["11.layer.gradient"],
    hints: [
      "Where does the first step take its state from, if one is given?",
      "At step 0 the gradient has arrived at the state before it. Who is told?",
    ]),

  padded.check(
    "11.layer.keep", .outputs, points: 3,
    claim: "a padded step leaves the whole state as it was",
    uses: ["11.layer.forward"],
    hints: [
      "true says keep: where it is false, what is the new state?",
      "The state of an LSTM is h and c. Does padding change neither?",
    ]),

  padded.check(
    "11.layer.keep-gradient", .gradients(), points: 3,
    claim:
      "a padded step passes the gradient of its state on as it came, and gives nothing else any",
    uses: ["11.layer.gradient", "11.layer.keep"],
    hints: [
      "What do x, W and b receive from a step that has not been made?",
      "h went round the cell there. Does its gradient, too?",
    ]),

  plain.check(
    "11.layer.cut", .gradients(), points: 2,
    claim: "with cutEvery k, no gradient goes from step k back to step k - 1, nor from 2 · k",
    buildsOn: ["11.layer.gradient"],
    hints: [
      "Which gradient is it that must not arrive: that of the outputs, or that of the state?",
      "Of the steps 0 … 6 with k = 3: before which steps is the gradient cut?",
    ], alone: true, small: SmallSequences.cut,
    also: { $0.cutSequences() }, proving: proveCut),
]

/// A gradient that is cut is that of sequences which were read one chunk after the other.
private func proveCut(_ exam: Examination) throws {
  var whole = exam.sequence(.given, steps: 6, count: 2, inputs: 2, units: 3)
  whole.chunk = 3
  whole.state = (0..<2).map { _ in exam.normal([2, 3]) }
  let upstream = exam.normal([6, 2, 3])
  let last = (0..<2).map { _ in exam.normal([2, 3]) }
  let cut = try exam.ask(
    .recurrentLayer,
    LayerRun([whole], waysBack: [WayBack(0, upstream: [upstream] + last)]))
  var (first, second) = (whole, whole)
  (first.x, first.chunk) = (whole.x[..<3], nil)
  (second.x, second.chunk) = (whole.x[3...], nil)
  second.state = try exam.ask(.recurrentLayer, LayerRun([first])).outputs[0].state
  let none = [Tensor(zeros: [2, 3]), Tensor(zeros: [2, 3])]
  let apart = try exam.ask(
    .recurrentLayer,
    LayerRun(
      [first, second],
      waysBack: [
        WayBack(0, upstream: [upstream[..<3]] + none),
        WayBack(1, upstream: [upstream[3...]] + last),
      ]))
  // x is of both; W, U and b are sums.
  let (a, b) = (apart.gradients[0].tensors, apart.gradients[1].tensors)
  let expected = [a[0].concatenated(with: b[0], along: 0)] + (1...3).map { a[$0] + b[$0] }
  for (seen, right) in zip(cut.gradients[0].tensors, expected) {
    try exam.expect(
      abs(seen - right).max() < 1e-10, "a cut gradient is not that of its chunks")
  }
}
