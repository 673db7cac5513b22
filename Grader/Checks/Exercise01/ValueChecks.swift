import Doorway
import Grading
import Tensors

private let clip = FunctionContract(
  .clip, small: SmallCases.matrices.map { Clipping($0, to: 1.5) }
) { exam in
  exam.shapesOfAllKinds().map {
    Clipping(exam.normal($0, deviation: 2), to: exam.number(in: 0.5...3))
  }
}

private let running = FunctionContract(
  .runningMean, small: [[2], [2, 4], [2, 4, -3]].map { MeanRun(before: $0.map { Tensor([$0]) }) }
) { exam in
  [[3, 2], [4], [2, 2, 3], [1], []].map { shape in
    MeanRun(before: (0..<exam.count(in: 3...7)).map { _ in exam.normal(shape, deviation: 3) })
  }
}

let valueChecks = [
  clip.check(
    "01.clip.place", points: 4,
    claim: "the variable itself is changed, so that no entry lies beyond the bound",
    hints: [
      "A var of your own is a copy. What has to be assigned for the caller to see it?",
      "There are two bounds: one above, one below.",
    ]
  ) { exam in
    [
      Clipping(Tensor(-exam.number(in: 2...9)), to: 1),
      Clipping(Tensor([0, -0.5, 2, -3, 1e6, -1e6]), to: 2),
      Clipping(exam.normal([3, 2], deviation: 1e-3), to: exam.number(in: 1e-4...1e-3)),
      Clipping(exam.normal([4, 5], deviation: 1000), to: exam.number(in: 300...900)),
    ]
  },

  running.check(
    "01.running.mean", points: 4,
    claim:
      "the mean is that of all tensors there have been, 0 at first, and the count their number",
    hints: [
      "Which count does the formula divide by: the one before, or the one after?",
      "A trap that speaks of []? a += b wants a result of the shape of a. a = a + b does not.",
    ]
  ) { exam in
    // A mean that comes by 0, one that stays there, none at all, and many.
    let number = exam.number(in: 1...9)
    return [
      MeanRun(before: [-number, number, 3 * number].map { Tensor([$0, 2 * $0]) }),
      MeanRun(before: [0, 0, number].map { Tensor($0) }),
      MeanRun(before: []),
      MeanRun(before: (0..<260).map { _ in exam.normal([2], deviation: 100) }),
    ]
  },

  running.check(
    "01.running.copies", points: 2,
    claim: "a copy of a running mean goes its own way from then on",
    buildsOn: ["01.running.mean"],
    hints: ["What do two values share that both hold the same object of a class, or a global?"],
    alone: true,
    small: [MeanRun(before: [Tensor([2])], own: [Tensor([4])], copys: [Tensor([-4])])]
  ) { exam in
    [(3, 2, 4), (0, 3, 3), (1, 5, 1)].map { before, own, copys in
      let shape = [exam.count(in: 1...3), 2]
      func tensors(_ count: Int) -> [Tensor] { (0..<count).map { _ in exam.normal(shape) } }
      return MeanRun(before: tensors(before), own: tensors(own), copys: tensors(copys))
    }
  },
]
