import Doorway
import Testing

@testable import Grading

@Suite("The curve of losses while a training runs")
struct LossCurveTests {
  private func epoch(_ number: Int, _ loss: Double) -> TrainingProgress {
    TrainingProgress(epoch: number, epochs: 3, trainingLoss: loss)
  }

  @Test(
    "Each loss is a block of eighths between the lowest and the highest",
    arguments: [
      ([8, 7, 6, 5, 4, 3, 2, 1], "█▇▆▅▄▃▂▁"), ([2], "▁"), ([2, 2, 2], "▁▁▁"), ([0, 1], "▁█"),
      ([-1, -3], "█▁"), ([], ""),
    ])
  func blocks(losses: [Double], blocks: String) {
    #expect(LossCurve.blocks(losses) == blocks)
  }

  @Test(
    "What is infinite or no number has a sign of its own, and the others keep their blocks",
    arguments: [
      ([4, .nan, 1], "█?▁"), ([4, .infinity, 1], "█∞▁"), ([.nan, .nan], "??"),
      ([-.infinity, 1], "∞▁"), ([1e308, -1e308, .greatestFiniteMagnitude], "▆▁█"),
    ])
  func strange(losses: [Double], blocks: String) {
    #expect(LossCurve.blocks(losses) == blocks)
  }

  @Test("A long training has no longer line, from its first losses to its last")
  func long() {
    let blocks = LossCurve.blocks((0..<1000).map { 1000 - Double($0) })
    #expect(blocks.count == 40)
    #expect(blocks.hasPrefix("█") && blocks.hasSuffix("▁"))
    #expect(LossCurve.blocks((0..<1000).map { $0 == 500 ? .nan : 1 }).count { $0 == "?" } == 1)
  }

  @Test("Beside it stand the first loss and the last")
  func ends() {
    #expect(LossCurve.line([2.5, 1, 0.25]) == "loss  █▃▁  2.5000 → 0.2500")
    #expect(LossCurve.line([2.5]) == "loss  ▁  2.5000")
    #expect(LossCurve.line([2.5, .infinity]) == "loss  ▁∞  2.5000 → infinity")
    #expect(LossCurve.line([2.5, 1e30, .nan]) == "loss  ▁█?  2.5000 → NaN")
  }

  @Test("On a terminal its line is drawn anew below the epochs")
  func terminal() {
    var curve = LossCurve(isTerminal: true)
    #expect(
      curve.text(after: epoch(1, 2))
        == "\r\u{1B}[Kepoch  1/3  training loss 2.0000\nloss  ▁  2.0000")
    #expect(
      curve.text(after: epoch(2, 1))
        == "\r\u{1B}[Kepoch  2/3  training loss 1.0000\nloss  █▁  2.0000 → 1.0000")
    #expect(curve.end() == "\n")
    #expect(curve.end() == "")
  }

  @Test("Elsewhere it is written once, behind the last epoch, and nothing steers a terminal")
  func file() {
    var curve = LossCurve(isTerminal: false)
    let text =
      [epoch(1, 2), epoch(2, 1), epoch(3, 3)].map { curve.text(after: $0) }.joined() + curve.end()
    #expect(
      text == """
        epoch  1/3  training loss 2.0000
        epoch  2/3  training loss 1.0000
        epoch  3/3  training loss 3.0000
        loss  ▅▁█  2.0000 → 3.0000

        """)
    #expect(!text.contains("\u{1B}") && !text.contains("\r"))
  }

  @Test("Another training begins another curve, and the first one stays")
  func another() {
    for (isTerminal, stays) in [(true, "\n\r\u{1B}[K"), (false, "loss  █▁  2.0000 → 1.0000\n")] {
      var curve = LossCurve(isTerminal: isTerminal)
      _ = [epoch(1, 2), epoch(2, 1)].map { curve.text(after: $0) }
      let next = curve.text(after: epoch(1, 5))
      #expect(next.hasPrefix("\(stays)epoch  1/3  training loss 5.0000\n"))
      #expect(!isTerminal || next.hasSuffix("loss  ▁  5.0000"))
    }
  }

  @Test("While checks run it passes: nothing of it stays, and without a terminal it is not there")
  func passing() {
    var curve = LossCurve(isTerminal: true)
    #expect(curve.passingEnd() == "")
    _ = curve.passingText(after: epoch(1, 2))
    #expect(
      curve.passingText(after: epoch(2, 1)) == "\r\u{1B}[K  epoch 2/3  loss  █▁  2.0000 → 1.0000")
    #expect(curve.passingText(after: epoch(1, 4)) == "\r\u{1B}[K  epoch 1/3  loss  ▁  4.0000")
    #expect(curve.passingEnd() == "\r\u{1B}[K")
    var none = LossCurve(isTerminal: false)
    #expect(none.passingText(after: epoch(1, 2)) == "" && none.passingEnd() == "")
  }
}
