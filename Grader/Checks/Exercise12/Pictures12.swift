import Doorway
import Foundation
import Grading
import Tensors

/// What there is to be seen of exercise 12.
let pictures12 = PicturePlan(
  name: "positions and made queries",
  [
    .init("Positions as your code tells them apart", draw: positions),
    .init("Who looks at whom: maps of attention", draw: attention),
    .init("The learning rate of your schedule", draw: rates),
    .init("How your transformer learnt to add", draw: learning),
  ])

private let (count, width) = (32, 32)

/// The code `[count, width]` of the first positions.
private func code(_ subject: any Subject) throws -> Tensor {
  let input = PositionsInput(0..<count, width: width)
  guard let code = try subject.ask(.positions, [LayerRun([input])])[0].outputs.first,
    code.shape == [count, width]
  else { throw NothingToShow("Your positions have another shape than \([count, width]).") }
  return code
}

private func positions(_ sources: PictureSources) throws -> [Illustration] {
  let code = try code(sources.newSubject())
  return [
    .words(
      "A row is a position, from 0 at the top to \(count - 1); a column is one of \(width) numbers. "
        + "Black is -1, white is 1: on the left waves are short, on the right long."),
    images([("positions", code, -1)]),
  ]
}

private func attention(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  let code = try code(subject)
  var generator = SeededGenerator(seed: sources.seed)
  let query = Tensor(normal: [count, width], using: &generator)
  let key = Tensor(normal: [count, width], using: &generator)
  let root = Double(width).squareRoot()
  func mask(_ order: MaskOrder) throws -> MaskFlags? {
    guard let mask = try subject.ask(.masks, [LayerRun([order])])[0].outputs.first,
      [count, count * count].contains(mask.count), mask.shape.last == count
    else { throw NothingToShow("Your mask of \(count) places has another shape.") }
    // As many axes as the scores have: a mask by lengths has one more, for heads.
    return MaskFlags([mask.count / count, count], mask.scalars.map { $0 != 0 })
  }
  func map(_ scores: Tensor, _ mask: MaskFlags? = nil) throws -> Tensor {
    let run = LayerRun([ScoresInput(scores, mask: mask)])
    guard let weights = try subject.ask(.attentionWeights, [run])[0].outputs.first,
      weights.count == count * count
    else { throw NothingToShow("Your attention weights have another shape than the scores.") }
    return weights.reshaped(to: [count, count])
  }
  let near = code.matmul(code.transposed()) * (2 / root)
  let drawn = query.matmul(key.transposed()) / root
  let causal = try mask(MaskOrder(count: count))
  let short = try mask(MaskOrder(lengths: [20], count: count))
  return [
    .words(
      "A row is a position that asks, a column one that is looked at. Black is 0, white the largest "
        + "weight of the map. The weights are made by your code."),
    .heading("Positions that look for what is like them"),
    images([
      ("all seen", try map(near), 0), ("your causal mask", try map(near, causal), 0),
      ("your mask of length 20", try map(near, short), 0),
    ]),
    .heading("Queries and keys that the seed draws"),
    images([("all seen", try map(drawn), 0), ("your causal mask", try map(drawn, causal), 0)]),
  ]
}

/// Pictures of tables, with white at the largest number.
private func images(_ tables: [(name: String, numbers: Tensor, lowest: Double)]) -> Illustration {
  .images(
    tables.compactMap { name, numbers, lowest in
      let highest = numbers.scalars.lazy.filter(\.isFinite).max() ?? 1
      return PixelImage(
        numbers.reshaped(to: [1] + numbers.shape), from: lowest, to: lowest < 0 ? 1 : highest
      ).map {
        var shown = Illustration.Shown(
          $0, name, showing: "A table of \(numbers.shape[0]) rows: \(name)", scale: 8)
        shown.hasTicks = true
        return shown
      }
    })
}

private func rates(_ sources: PictureSources) throws -> [Illustration] {
  let steps = Array(stride(from: 1, through: 4000, by: 50))
  let subject = try sources.newSubject()
  let series = try [400, 1000].map { warmup -> Chart.Series in
    let input = WarmupInput(width: 64, warmup: warmup, factor: 1, at: steps)
    let rates = try subject.ask(.warmupRates, [LayerRun([input])])[0].outputs.first?.scalars ?? []
    return .init("warm-up \(warmup)", zip(steps, rates).map { Chart.Point(Double($0), $1) })
  }
  return [
    .chart(
      Chart("The rate of each step, for a width of 64", x: "step", y: "learning rate", series))
  ]
}

private func learning(_ sources: PictureSources) throws -> [Illustration] {
  let history = try sources.lastTraining()
  let losses = history.epochs.map(\.progress).map { Chart.Point(Double($0.epoch), $0.trainingLoss) }
  return [
    .words(
      "Additions of numbers of one or two digits, seed \(history.seed). It looks for a while as if nothing "
        + "happened."),
    .chart(
      Chart(
        "Loss at every fiftieth step", x: "step", y: "mean cross-entropy",
        [.init("training", losses)], isWhole: true)),
  ]
}
