import Doorway
import Grading
import Tensors

private let classes = FunctionContract(
  .foundClasses,
  small: [[1, 2, 1, 1], [1, 2, 1, 2], [2, 2, 1, 1]].map { SmallCases.tensor($0) }
    + [Tensor(zeros: [1, 2, 1, 1])]
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [[n[0], 4, 2, 3], [1, n[1], 3, 2], [2, 3, 1, 1], [2, 2, 2, 2], [1, 1, 2, 3]].map {
    exam.normal($0)
  }
}

extension Examination {
  /// Pixels of `classes` classes, of which some are named rightly and some are ignored.
  fileprivate func batch(
    _ count: Int, of kinds: [Int], ignored: Int = -1, share: Double = 0.2
  ) -> CountingInput.Batch {
    let labels = (0..<count).map { _ in
      number(in: 0...1) < share ? ignored : kinds[self.count(in: 0...kinds.count - 1)]
    }
    let found = labels.map { label in
      number(in: 0...1) < 0.5 && kinds.contains(label)
        ? label : kinds[self.count(in: 0...kinds.count - 1)]
    }
    return CountingInput.Batch(found: found, labels: labels)
  }

  /// Batches of different sizes, with different classes in them; with classes that nobody has named and
  /// none is of; with one that is never there and yet named, and one that is there and never named.
  fileprivate func countings() -> [CountingInput] {
    let n = counts(3, in: 8...20)
    func batch(found: [Int], _ labels: [Int]) -> CountingInput.Batch {
      CountingInput.Batch(found: found, labels: labels)
    }
    return [
      CountingInput(
        classes: 4,
        [
          self.batch(n[0], of: [0, 1, 2, 3]), self.batch(n[1], of: [0, 3]),
          self.batch(3, of: [1, 2]),
        ]),
      CountingInput(classes: 5, [self.batch(n[2], of: [0, 2, 4])]),
      CountingInput(
        classes: 3,
        [
          self.batch(n[1], of: [0, 1, 2], ignored: 255),
          self.batch(5, of: [0, 1], ignored: 255, share: 1),
        ], ignored: 255),
      CountingInput(
        classes: 4, [batch(found: [0, 3, 0, 3], [0, 0, 0, 1]), batch(found: [1], [1])]),
      CountingInput(classes: 3, [batch(found: [2, 2, 1, 0], [0, 1, -1, 1])]),
      CountingInput(classes: 3, [batch(found: [1, 2, 0, 0], [1, 2, 0, 2])], ignored: 0),
    ]
  }

  /// Where there is nothing to count.
  fileprivate func emptyCountings() -> [CountingInput] {
    [
      CountingInput(classes: 3, []),
      CountingInput(classes: 2, [CountingInput.Batch(found: [0, 1], labels: [-1, -1])]),
    ]
  }
}

private func counting<Output>(
  _ question: FunctionContract<CountingInput, Output>.Asked
) -> FunctionContract<CountingInput, Output> {
  FunctionContract(question, small: SmallImages.countings) {
    $0.countings() + $0.emptyCountings()
  }
}

private let confusion = counting(.confusion)

let countingChecks = [
  classes.check(
    "10.classes.greatest", points: 1,
    claim: "the class of a pixel is that of its greatest logit, and of equal ones the first",
    hints: ["argmax(along:) of [N, C, H, W]: which axis are the classes?"]
  ) { exam in
    [
      Tensor(repeating: exam.number(in: -1...1), shape: [2, 3, 1, 2]), Tensor(zeros: [1, 2, 2, 2]),
      exam.normal([1, 3, 2, 2], deviation: 1e6) - 1e8,
    ]
  },
  confusion.check(
    "10.confusion.counts", points: 3,
    claim: "a row for each right class, a column for each that was found, over all batches",
    hints: [
      "counts[right][found] += 1: once for each pixel that is not ignored.",
      "add is called for every batch. What was counted before stays.",
    ]),
  counting(.pixelAccuracy).check(
    "10.accuracy.pixels", points: 1,
    claim:
      "the accuracy is the share of the counted pixels on the diagonal, and 0 where there are none",
    buildsOn: ["10.confusion.counts"],
    hints: ["counts[i][i] are right. What are all together?"]),
  counting(.classShares).check(
    "10.iou.classes", points: 3,
    claim:
      "of each class it is the intersection by the union, and nil only where the union is empty",
    buildsOn: ["10.confusion.counts"],
    hints: [
      "Row i are the pixels of class i, column i those that were taken for it.",
      "A row and a column meet in one place: it may be counted once.",
      "A class that was named but is nowhere has 0, and not nil.",
    ]),
  counting(.meanIoU).check(
    "10.iou.mean", points: 2,
    claim: "the mean is over the classes that are not absent, counted over the whole set",
    buildsOn: ["10.confusion.counts"], uses: ["10.iou.classes"],
    hints: ["compactMap leaves out what is nil. By how many is divided then?"]),
]
