import Doorway
import Grading

private let masks = FunctionContract(.masks) { exam in [] }

let maskChecks12 = [
  masks.check(
    "12.masks.causal", points: 2,
    claim: "the causal mask lets position t see the positions 0 to t, itself among them",
    hints: ["Row t says what position t may look at.", "May a position look at itself?"],
    small: (1...3).map { MaskOrder(count: $0) }
  ) { exam in ([1, 2, 40] + exam.counts(3, in: 3...7)).map { MaskOrder(count: $0) } },

  masks.check(
    "12.masks.padding", points: 1,
    claim:
      "the padding mask [N, 1, 1, count] is true at the first places of each row, as many as it is long",
    hints: [
      "Places are counted from 0: is place `length` within?",
      "The two axes of 1 are for the heads, and for the positions that ask.",
    ],
    small: [
      MaskOrder(lengths: [1], count: 1), MaskOrder(lengths: [1], count: 2),
      MaskOrder(lengths: [2, 1], count: 2), MaskOrder(lengths: [0], count: 1),
    ]
  ) { exam in
    let n = exam.counts(3, in: 1...5)
    return [
      MaskOrder(lengths: n, count: 5), MaskOrder(lengths: [2], count: 4),
      MaskOrder(lengths: [0, n[0], 6, 1], count: 6), MaskOrder(lengths: [3, 3], count: 3),
      MaskOrder(lengths: [33, 40, 0], count: 40),
    ]
  },
]
