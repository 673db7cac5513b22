import Doorway
import Grading
import Tensors

/// What recurrent layers are asked about.
extension Examination {
  func recurrentWeights(_ cell: CellKind, inputs: Int, units: Int) -> RecurrentWeights {
    RecurrentWeights(
      w: normal([inputs, cell.gates * units], deviation: 0.7),
      u: normal([units, cell.gates * units], deviation: 0.7), b: normal([cell.gates * units]))
  }

  func sequence(
    _ cell: CellKind, steps: Int, count: Int, inputs: Int, units: Int
  ) -> SequenceInput {
    SequenceInput(
      cell, normal([steps, count, inputs]),
      recurrentWeights(cell, inputs: inputs, units: units))
  }

  /// Of many shapes: of one step, one sequence, one input, one unit; and where all sizes are equal.
  func sequences() -> [SequenceInput] {
    let n = counts(3, in: 2...4)
    return [
      sequence(.given, steps: n[0] + 1, count: n[1], inputs: n[2], units: 3),
      sequence(.given, steps: 1, count: 2, inputs: 3, units: 2),
      sequence(.given, steps: 4, count: 1, inputs: 2, units: n[0]),
      sequence(.given, steps: 2, count: 2, inputs: 2, units: 2),
      sequence(.given, steps: 3, count: 3, inputs: 1, units: 1),
    ]
  }

  /// One that goes on for longer than anybody would write down.
  func longSequence() -> SequenceInput {
    sequence(.given, steps: 40, count: 2, inputs: 2, units: 2)
  }

  /// Inputs far from 0, of which the cell hears no more than of others.
  func largeSequence() -> SequenceInput {
    var input = sequence(.given, steps: 3, count: 2, inputs: 2, units: 3)
    input.x *= 40
    input.weights.w *= 0.025
    return input
  }

  /// From a given state; the last from zeros, which the layer is not told.
  func carriedSequences() -> [SequenceInput] {
    var fromZeros = sequence(.given, steps: 3, count: 2, inputs: 2, units: 3)
    fromZeros.state = (0..<2).map { _ in Tensor(zeros: [2, 3]) }
    return sequences().map { input in
      var input = input
      let shape = [input.x.shape[1], input.weights.u.shape[0]]
      input.state = (0..<2).map { _ in normal(shape) }
      return input
    } + [fromZeros]
  }

  /// With padding behind, in front and in between, of a whole sequence and of none. What lies there is
  /// large.
  func paddedSequences() -> [SequenceInput] {
    [
      padded(["11110", "11000", "10000", "11111"]), padded(["011", "001", "101", "000"]),
      padded(["10"]), padded(["1011", "1101"], hasState: true), padded(["111", "111"]),
      padded(["110100", "000111", "111000"], hasState: true),
      // Of shapes that there were, with other padding; and nothing read, so that the given state stays.
      padded(["110", "111", "010", "101"]), padded(["0000", "1010"], hasState: true),
    ]
  }

  private func padded(_ rows: [String], hasState: Bool = false) -> SequenceInput {
    let flags = rows.map { $0.map { $0 == "1" } }
    let (steps, count, units) = (flags[0].count, rows.count, self.count(in: 2...3))
    var input = sequence(.given, steps: steps, count: count, inputs: 2, units: units)
    let keep = (0..<steps).flatMap { t in flags.map { $0[t] } }
    input.keep = keep
    let factors = Tensor(shape: [steps, count, 1], scalars: keep.map { $0 ? 1 : 30 })
    input.x = input.x * factors
    if hasState { input.state = (0..<2).map { _ in normal([count, units]) } }
    return input
  }

  /// Cut in the middle, at every step, exactly at the end, behind it; with padding, and from a state.
  func cutSequences() -> [SequenceInput] {
    var cuts = [3, 1, 7, 9, 2].map { chunk in
      var input = sequence(.given, steps: 7, count: 2, inputs: 2, units: 3)
      input.chunk = chunk
      return input
    }
    // All but the first begin from a state, and it receives what the first piece gives back.
    for i in 1..<cuts.count { cuts[i].state = (0..<2).map { _ in normal([2, 3]) } }
    // Steps are counted, and not what has been read.
    let padded = [["1111100", "1111111"], ["0011110", "1001111"]].map { rows in
      var input = self.padded(rows)
      input.chunk = rows[0].hasPrefix("1") ? 4 : 2
      return input
    }
    return cuts + padded
  }
}
