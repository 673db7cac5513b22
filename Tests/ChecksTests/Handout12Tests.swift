import Checks
import Datasets
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// The numbers of the handout of exercise 12, computed once more by the reference.
@Suite("The numbers in the handout of exercise 12")
struct Handout12Tests {
  private let handout: Handout

  init() throws { handout = try Handout("12") }

  private func isNear(_ x: Tensor, _ wanted: [Double]) -> Bool {
    x.count == wanted.count && zip(x.scalars, wanted).allSatisfy { abs($0 - $1) < 1e-3 }
  }

  @Test("The attention by hand has these weights, this output and these gradients")
  func byHand() throws {
    let input = AttentionInput(
      query: Tensor([[2, 0, 0, 0]]), key: Tensor([[0, 0, 0, 0], [log(3), 0, 0, 0]]),
      value: Tensor([[4], [8]]))
    let run = LayerRun([input], waysBack: [WayBack(0, upstream: [Tensor([[1]])])])
    let trace = try handout.ask(.scaledDotAttention, run)
    #expect(isNear(trace.outputs[0], [7]))
    handout.expect("output            0.25 · 4 + 0.75 · 8 = 7")
    let back = trace.gradients[0]
    #expect(isNear(back.query, [0.412, 0, 0, 0]))
    #expect(isNear(back.key, [-0.75, 0, 0, 0, 0.75, 0, 0, 0]))
    #expect(isNear(back.value, [0.25, 0.75]))
    handout.expect("= [0.412, 0, 0, 0]")
    handout.expect("-0.375 · query = [-0.75, 0, 0, 0]      0.375 · query = [0.75, 0, 0, 0]")
    handout.expect("at the values     0.25     0.75")
  }

  @Test("Positions, smoothed losses and rates are these")
  func formulas() throws {
    let table = try handout.ask(.positions, LayerRun([PositionsInput(0..<3, width: 4)])).outputs[0]
    func cell(_ p: Int, _ j: Int) -> String { String(format: "%.4f", table[p, j]) }
    for p in 1...2 {
      let first = "position \(p)    \(cell(p, 0))  \(table[p, 1] < 0 ? "" : " ")\(cell(p, 1))"
      #expect(handout.text.contains(first), "\(first)")
      handout.expect("\(cell(p, 2))   \(String(format: "%.5f", table[p, 3]))")
    }
    let logits = Tensor([[2, 0, 0, 0]])
    let losses = try handout.ask(
      .smoothedLoss,
      LayerRun([0, 0.1].map { SmoothedInput(logits, labels: [0], smoothing: $0) })
    ).outputs.map { String(format: "%.4f", $0) }
    handout.expect("smoothing 0: \(losses[0])        smoothing 0.1: \(losses[1])")
    let rates = try handout.ask(
      .warmupRates,
      LayerRun([WarmupInput(width: 512, warmup: 4000, factor: 1, at: [1, 4000, 16000])])
    ).outputs[0].scalars.map { String(format: "%.3e", $0) }
    handout.expect("step 1: \(rates[0])   step 4000: \(rates[1])   step 16000: \(rates[2])")
  }

  @Test("The merges of the example, the beam by hand and the shifted rows are these")
  func texts() throws {
    let learnt = try handout.ask(.tokenizer, LayerRun([.learn(["aaabdaaabac"], count: 9)]))
      .outputs[0].rows[0]
    let merges = stride(from: 0, to: learnt.count, by: 2).map { Array(learnt[$0..<$0 + 2]) }
    #expect(merges == [[97, 97], [97, 98], [256, 257]])
    for (i, pair) in merges.enumerated() { handout.expect("merge \(i + 1): \(pair[0]) \(pair[1])") }
    let tokens = try handout.ask(
      .tokenizer, LayerRun([.encode("aaabdaaabac", merges: merges)])
    ).outputs[0].rows[0]
    #expect(tokens == [258, 100, 258, 97, 99])
    handout.expect("258 d 258 a c")
    let rows = try handout.ask(.shiftedRows, LayerRun([AnswerRows([[7, 5], [4]])])).outputs[0].rows
    #expect(rows == [[1, 7, 5], [1, 4, 0], [7, 5, 2], [4, 2, 0]])
    handout.expect("inputs [1, 7, 5] and [1, 4, 0]    labels [7, 5, 2] and [4, 2, 0]")
    handout.expect("its score log 0.36 = \(String(format: "%.4f", log(0.36)))")
  }

  @Test("What is trained adds two digits, and no more than two")
  func lengths() throws {
    let run = AdditionRun(steps: 1200, batchSize: 128, warmup: 200, rateFactor: 1, seed: 2)
    _ = try handout.ask(.additionTraining, run)
    for (digits, range) in [(1, 0.9...1.0), (2, 0.95...1.0), (3, 0.0...0.05), (4, 0.0...0.05)] {
      let problems = Additions.test(count: 200, exactDigits: digits, seed: 5)
      let answers = try handout.ask(.additionAnswers, AdditionQuestions(problems.map(\.question)))
        .texts
      let right = zip(problems, answers).count { $0.answer == $1 }
      #expect(range.contains(Double(right) / 200), "\(digits) digits: \(right) of 200")
    }
    handout.expect("| right | 100 % | 100 % | 0 % | 0 % |")
  }
}
