import Checks
import Datasets
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// Every number of the handout of exercise 11, computed once more by the reference.
@Suite("The numbers in the handout of exercise 11")
struct Handout11Tests {
  private let handout: Handout

  init() throws { handout = try Handout("11") }

  /// To two digits, without an exponent where there are as many in front of the point.
  private func two(_ x: Double) -> String {
    x >= 100 ? String(format: "%.0f", (x / 10).rounded() * 10) : String(format: "%.2g", x)
  }

  private func four(_ x: Double) -> String { String(format: "%.4f", x) }

  @Test("The two steps by hand are the layer's")
  func twoSteps() throws {
    let input = SequenceInput(
      .rnn, Tensor([[[1]], [[0]]]),
      RecurrentWeights(w: Tensor([[1]]), u: Tensor([[0.5]]), b: Tensor([0])), state: [Tensor([[0]])]
    )
    let none = Tensor(zeros: [2, 1, 1])
    let trace = try handout.ask(
      .recurrentLayer,
      LayerRun([input], waysBack: [WayBack(0, upstream: [none, Tensor([[1]])])]))
    let h = trace.outputs[0].outputs.scalars
    let gradients = trace.gradients[0].tensors.map { $0.scalars }
    let (second, first) = (gradients[0][1], gradients[0][0])
    handout.expect("h₁ = tanh(1·1 + 0.5·0)           =  \(four(h[0]))\n")
    handout.expect("h₂ = tanh(1·0 + 0.5·\(four(h[0])))      =  \(four(h[1]))\n")
    handout.expect("1 · (1 - h₂²)      =  \(four(second))\n")
    handout.expect("at h₁: \(four(second)) · U                =  \(four(second * 0.5))\n")
    handout.expect("\(four(second * 0.5)) · (1 - h₁²) =  \(four(first))\n")
    handout.expect(
      "at W = 1 · \(four(first)) + 0 · \(four(second))           =  \(four(gradients[1][0]))\n")
    handout.expect("+ \(four(h[0])) · \(four(second))      =  \(four(gradients[2][0]))\n")
    handout.expect(
      "\(four(first)) + \(four(second))                   =  \(four(gradients[3][0]))\n")
  }

  @Test("A step of the LSTM and one of the GRU come out as they say")
  func steps() throws {
    let input = CellInput(
      input: Tensor([[0, 1, 0.5, -1]]), recurrent: Tensor(zeros: [1, 4]),
      state: [Tensor([[0]]), Tensor([[0.8]])])
    let trace = try handout.ask(
      .lstmCell,
      LayerRun([input], waysBack: [WayBack(0, upstream: [Tensor([[1]]), Tensor([[0]])])]))
    let (h, c) = (trace.outputs[0].tensors[0].scalar, trace.outputs[0].tensors[1].scalar)
    let gates = [0.0, 1, -1].map { (x: Double) -> Double in 1 / (1 + exp(-x)) }
    let g = tanh(0.5)
    handout.expect(
      "i = \(four(gates[0]))    f = \(four(gates[1]))    g = \(four(g))    o = \(four(gates[2]))")
    handout.expect("c' = \(four(gates[1]))·0.8 + \(four(gates[0]))·\(four(g))  =  \(four(c))\n")
    handout.expect("h' = \(four(gates[2]))·tanh(\(four(c)))         =  \(four(h))\n")
    let (sums, old) = (trace.gradients[0].input.scalars, trace.gradients[0].state[1].scalar)
    handout.expect("at c'                            =  \(four(old / gates[1]))\n")
    handout.expect(
      "at the four sums                 =  \(sums.map(four).joined(separator: ", "))\n")
    handout.expect("at the old c                     =  \(four(old))\n")

    let gru = CellInput(
      input: Tensor([[0.5, -0.5, 0.2]]), recurrent: Tensor([[0.5, 0.5, 0.6]]),
      state: [Tensor([[0.8]])])
    let next = try handout.ask(.gruCell, LayerRun([gru])).outputs[0].tensors[0].scalar
    let r = 1 / (1 + exp(-1.0))
    handout.expect(
      "r = \(four(r)), z = 0.5000, n = tanh(0.2 + \(four(r))·0.6) = \(four(tanh(0.2 + r * 0.6))), "
        + "h' = \(four(next)).")
  }

  @Test("Words, padding and packing are what stands there")
  func batches() throws {
    let table = try handout.ask(
      .embedding,
      LayerRun(
        [EmbeddingInput(Tensor(zeros: [3, 2]), words: [2, 0, 2])],
        waysBack: [WayBack(0, upstream: [Tensor([[1, 1], [2, 2], [3, 3]])])])
    ).gradients[0]
    #expect(table.scalars == [2, 2, 0, 0, 4, 4])
    handout.expect("the table receives [[2, 2], [0, 0], [4, 4]]")

    let padded = try handout.ask(.padding, LayerRun([SentencesInput([[5, 6, 7], [8]])])).outputs[0]
    #expect(padded.keep == [true, true, true, false, true, false])
    handout.expect(
      "T = \(padded.steps)    tokens \(padded.tokens.map { "\($0)" }.joined(separator: ", "))    ")

    let packing = try handout.ask(.packing, LayerRun([LengthsInput([1, 3, 2])])).outputs[0]
    func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }
    handout.expect(
      "order \(list(packing.order))    counts \(list(packing.counts))    rows \(list(packing.rows))"
    )
  }

  @Test("A table of bigrams has the perplexity that is told")
  func bigrams() throws {
    let characters = SyntheticStories.characters.count
    let text = SyntheticStories(count: 60_000, seed: 1).text
    let new = SyntheticStories(count: 40_000, seed: 2).text
    let table = try handout.ask(.bigrams, LayerRun([BigramInput(text, characters: characters)]))
      .outputs[0]
    let sum = zip(new, new.dropFirst()).reduce(0) { $0 + table[$1.0, $1.1] }
    let perplexity = exp(-sum / Double(new.count - 1))
    handout.expect("a table of bigrams \(String(format: "%.1f", perplexity)) |")
    #expect(characters == 30)
  }

  @Test("Gradients vanish and explode as the table of norms has it")
  func norms() throws {
    let rows: [(String, CellKind, Double, Bool)] = [
      ("RNN, U = 0.9 · Q", .rnn, 0.9, false), ("RNN, U = Q", .rnn, 1, false),
      ("RNN, U = 1.5 · Q", .rnn, 1.5, false), ("LSTM, forget bias 0", .lstm, 1, true),
      ("LSTM, forget bias 1", .lstm, 1, false), ("GRU", .gru, 1, false),
    ]
    for (name, cell, scale, hasNoBias) in rows {
      let new = NewRecurrentLayers([.init(cell, inputs: 8, units: 64)], seed: 11)
      let layer = try handout.ask(.newRecurrentLayers, new).tensors
      // Inputs of a stream of their own: which ones matters little.
      var generator = SeededGenerator(seed: 12)
      let x = 0.1 * Tensor(normal: [50, 4, 8], using: &generator)
      let upstream = Tensor(normal: [4, 64], using: &generator)
      let norms = try handout.ask(
        .stateNorms,
        LayerRun([
          NormsInput(
            cell, x,
            RecurrentWeights(
              w: layer[0], u: scale * layer[1],
              b: hasNoBias ? Tensor(zerosLike: layer[2]) : layer[2]), upstream: upstream)
        ])
      ).outputs[0].scalars
      let shares = [49, 40, 25, 0].map { two(norms[$0] / norms[50]) }
      handout.expect("| \(name) | \(shares.joined(separator: " | ")) |")
    }
  }
}
