import Doorway
import Grading
import Tensors

private let smoothed = LayerContract(
  .smoothedLoss, forward: "smoothing.forward", backward: "smoothing.backward",
  small: smallSmoothed
) { exam in
  let (n, c) = (exam.counts(3, in: 2...6), exam.counts(3, in: 3...6))
  return [(n[0], c[0]), (1, c[1]), (c[2], c[2]), (n[1], 2), (exam.prime(), 3)].enumerated().map {
    i, size in
    SmoothedInput(
      exam.normal([size.0, size.1], deviation: 2), labels: exam.labels(size.0, classes: size.1),
      smoothing: i == 3 ? 0 : i == 1 ? exam.number(in: 0.6...0.9) : exam.number(in: 0.05...0.4))
  }
}

let smoothingChecks = [
  smoothed.check(
    "12.smoothing.loss", .outputs, points: 2,
    claim: "the loss is the mean of -Σ q · log p, with smoothing / C for every class",
    hints: [
      "The label's own q is 1 - smoothing + smoothing / C: every class has the same small share.",
      "log p is the logit minus log Σ e^logit: no logarithm of a probability is needed.",
    ]
  ) { exam in
    // Of which no exponential survives; and of the same shape others that do.
    [800, 1].map { (deviation: Double) in
      SmoothedInput(
        exam.normal([3, 4], deviation: deviation), labels: [0, 1, 3],
        smoothing: exam.number(in: 0.1...0.3))
    }
  },

  smoothed.check(
    "12.smoothing.gradient", .gradients(), points: 2,
    claim: "the gradient at the logits is p - q, divided by the number of rows",
    uses: ["12.smoothing.loss"],
    hints: [
      "Without smoothing q is a one-hot row. Which numbers are in it now?",
      "The 1/N of the mean is part of the gradient.",
    ]),

  smoothed.check(
    "12.smoothing.ignored", .both, points: 2,
    claim:
      "an ignored label counts neither in the sum nor in the mean; if all are, loss and gradient are 0",
    buildsOn: ["12.smoothing.loss", "12.smoothing.gradient"],
    hints: [
      "Divided by how many?", "0 / 0 is NaN. When is the number of labels that count 0?",
      "The ignored label need not be a class at all: it may be -1.",
    ], alone: true,
    small: [[0, -1], [-1, 1], [-1]].map {
      SmoothedInput(
        0.5 * SmallCases.tensor([$0.count, 2]), labels: $0, smoothing: 0.5, ignored: -1)
    }
  ) { exam in
    func input(_ labels: [Int], ignored: Int, classes: Int = 4) -> SmoothedInput {
      SmoothedInput(
        exam.normal([labels.count, classes], deviation: 2), labels: labels,
        smoothing: exam.number(in: 0.05...0.3), ignored: ignored)
    }
    return [
      input([0, 2, 0, 3, 1], ignored: 0), input([-1, 2, 3, -1], ignored: -1),
      input([1, 4, 2], ignored: 4), input([2, 2, 2], ignored: 2), input([-1], ignored: -1),
      input([1, 3, 0], ignored: 2), input([1, -1, 0], ignored: -1, classes: 2),
    ]
  },
]

private let rates = FunctionContract(
  .warmupRates,
  small: [(1, 1), (4, 1), (4, 4)].map {
    WarmupInput(width: $0, warmup: $1, factor: 1, at: [1, 2, 4, 9])
  }
) { exam in
  (0..<4).map { i in
    let warmup = i == 0 ? 1 : exam.count(in: 3...400)
    return WarmupInput(
      width: [512, 64, exam.count(in: 3...300), 1][i], warmup: warmup,
      factor: i == 1 ? 1 : exam.number(in: 0.2...3),
      at: [
        1, 2, 1 + 2 * warmup / 3, warmup, warmup + 1, 3 * warmup / 2 + 1, 3 * warmup + 1,
        40 * warmup, 1_000_000,
      ])
  }
}

let warmupChecks = [
  rates.check(
    "12.warmup.rate", points: 2,
    claim:
      "the rate grows by equal steps up to step W, and falls with the root of the step from there",
    hints: [
      "Both terms are equal at step W: what are they there?",
      "D and W are integers: make them Doubles before you take a power.",
    ])
]
