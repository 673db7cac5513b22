import Doorway
import Grading
import Tensors

/// Sequences of one step and of two, through one unit or two; round weights.
enum SmallSequences {
  /// Through an RNN, whose formula everybody knows: one step, two, two sequences, two inputs, two units.
  static let plain: [SequenceInput] = [
    sequence([1, 1, 1]), sequence([2, 1, 1]), sequence([1, 2, 1]), sequence([1, 1, 2]),
    sequence([1, 1, 1], units: 2), sequence([2, 2, 1]),
  ]

  /// From a given state.
  static let carried: [SequenceInput] = plain.map { input in
    var input = input
    input.state = [
      0.5 * SmallCases.tensor([input.x.shape[1], input.weights.u.shape[0]], from: 4)
    ]
    return input
  }

  /// A step that is padding, behind, in front, and of one sequence of two.
  static let padded: [SequenceInput] = [
    kept([2, 1, 1], [true, false]), kept([2, 1, 1], [false, true]),
    kept([2, 2, 1], [true, true, true, false]), kept([3, 1, 1], [true, false, true]),
  ]

  /// Cut behind the first step, and behind the last.
  static let cut: [SequenceInput] = [([2, 1, 1], 1), ([2, 1, 1], 2), ([3, 1, 1], 2)].map {
    var input = sequence($0)
    input.chunk = $1
    return input
  }

  private static func kept(_ shape: [Int], _ keep: [Bool]) -> SequenceInput {
    var input = sequence(shape)
    input.keep = keep
    return input
  }

  private static func sequence(_ shape: [Int], units: Int = 1) -> SequenceInput {
    SequenceInput(
      .rnn, SmallCases.tensor(shape), weights(.rnn, inputs: shape[2], units: units))
  }

  static func weights(_ cell: CellKind, inputs: Int, units: Int = 1) -> RecurrentWeights {
    let sums = cell.gates * units
    return RecurrentWeights(
      w: 0.5 * SmallCases.tensor([inputs, sums]),
      u: 0.5 * SmallCases.tensor([units, sums], from: 3),
      b: 0.5 * SmallCases.tensor([sums], from: 5))
  }

  static func norms(of cells: [CellKind]) -> [NormsInput] {
    cells.flatMap { cell in
      [1, 2].map { steps in
        NormsInput(
          cell, SmallCases.tensor([steps, 1, 1]), weights(cell, inputs: 1),
          upstream: SmallCases.tensor([1, 1], from: 4))
      }
    }
  }

  /// One step, two, and two of which the last is padding.
  static let bothWays: [BidirectionalInput] = [
    ([1, 1, 1], nil), ([2, 1, 1], nil), ([2, 1, 1], [true, false]),
  ].map { (shape: [Int], keep: [Bool]?) in
    var back = weights(.given, inputs: 1)
    (back.w, back.u, back.b) = (0.5 * back.w, -back.u, 2 * back.b)
    return BidirectionalInput(
      SmallCases.tensor(shape), ahead: weights(.given, inputs: 1), back: back, keep: keep)
  }

  static let packed: [PackedSequences] = [[1], [2], [1, 2], [2, 1]].map { lengths in
    PackedSequences(
      lengths, SmallCases.tensor([lengths.max() ?? 0, lengths.count, 1]),
      weights(.given, inputs: 1))
  }

  /// A table of vectors of one entry, a layer of one unit, and two classes.
  private static func parameters(words: Int) -> [Tensor] {
    let layer = weights(.given, inputs: 1)
    return [
      SmallCases.tensor([words, 1]), layer.w, layer.u, layer.b,
      0.5 * SmallCases.tensor([1, 2], from: 3), 0.5 * SmallCases.tensor([2], from: 4),
    ]
  }

  /// A sentence of a word, of two, and two sentences of which one is shorter.
  static let readers: [ReaderInput] = [
    ([[0]], [1]), ([[1, 0]], [0]), ([[1], [0, 1]], [0, 1]),
  ].map { (sentences: [[Int]], labels: [Int]) in
    ReaderInput(parameters(words: 2), sentences, labels: labels)
  }

  /// A stream of two characters, of three, two streams, and one from a given state.
  static let streams: [CharactersInput] =
    [[[0, 1]], [[1, 0, 0]], [[0, 1], [1, 1]]].map { CharactersInput(parameters(words: 2), $0) }
    + [
      CharactersInput(
        parameters(words: 2), [[0, 1]], state: [Tensor([[0.5]]), Tensor([[-1]])])
    ]

  /// One character and two behind one that is given, and one behind two.
  static let writings: [WritingInput] = [([1], 1), ([1], 2), ([0, 1], 1), ([0], 0)].map {
    WritingInput(parameters(words: 2), prompt: $0, count: $1)
  }
}
