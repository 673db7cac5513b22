import Doorway
import Grading
import Tensors

let crossEntropyChecks = [
  Check(
    "05.crossEntropy.forward",
    claim: "the loss is the mean over the samples of -log p(label)",
    points: 4,
    hints: [
      "max, sum and mean along axis 1 look at one sample at a time.",
      "Of each row one entry is wanted, that of its label: look for 'gathered' among the tensors.",
    ]
  ) { exam in
    try exam.expectReference(
      .crossEntropyForward, of: exam.labeledLogits(4, classes: 3),
      exam.labeledLogits(1, classes: 5), exam.labeledLogits(3, classes: 2))
  },

  Check(
    "05.crossEntropy.extremes",
    claim: "logits of ±1000 give a loss and a gradient that are numbers",
    points: 3,
    hints: [
      "e¹⁰⁰⁰ overflows. What becomes of the softmax when one number is subtracted from a whole row?",
      "The logarithm of a probability that is 0 is infinite: can you do without that logarithm?",
    ]
  ) { exam in
    let logits = Tensor([[1000, -1000, 0], [-1000, 1000, 999], [-1000, -1000, -1000]])
    for labels in [[0, 1, 2], [1, 0, 0]] {
      let input = LabeledLogits(logits, labels: labels)
      try exam.expectReference(.crossEntropyForward, of: input)
      try exam.expectReference(.crossEntropyBackward, of: input)
    }
  },

  Check(
    "05.crossEntropy.gradient",
    claim: "the gradient at the logits is that of the mean loss",
    points: 5,
    hints: [
      "Where does the 1/N of the mean go when the loss is differentiated?",
      "Tensor(oneHot:count:) makes the rows to subtract.",
    ]
  ) { exam in
    for (count, classes) in [(4, 3), (1, 5), (3, 2)] {
      try exam.expectGradients(
        .crossEntropyBackward, ofLoss: .crossEntropyForward,
        at: exam.labeledLogits(count, classes: classes), along: [\.logits])
    }
  },
]

extension Examination {
  fileprivate func labeledLogits(_ count: Int, classes: Int) -> LabeledLogits {
    LabeledLogits(
      normal([count, classes], deviation: 2), labels: labels(count, classes: classes))
  }
}
