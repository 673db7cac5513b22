import Doorway
import Foundation
import Grading
import Tensors

private let logits = FunctionContract(
  .characterLogits, forward: "CharacterModel.forward", small: SmallSequences.streams
) {
  $0.streams()
}

private let loss = LayerContract(
  .characterLoss, forward: "CharacterModel.loss", backward: "the gradients of the loss",
  small: SmallSequences.streams
) {
  $0.streams()
}

private let states = FunctionContract(
  .characterState, forward: "the state of CharacterModel.loss", small: SmallSequences.streams
) {
  $0.streams()
}

let characterChecks = [
  logits.check(
    "11.characters.logits", points: 2,
    claim: "there are logits after every character of every stream, step after step",
    uses: ["11.embedding.forward", "11.layer.forward"],
    hints: [
      "Row t · N + n scores what comes after character t of stream n. How many rows are there?"
    ]
  ),

  loss.check(
    "11.characters.gradient", .both, points: 3,
    claim: "each character but the last is asked for the next, and the loss is the mean of all",
    uses: ["11.characters.logits", "11.embedding.gradient", "11.layer.gradient"],
    hints: [
      "Of a stream of 5 characters, how many are read, and how many are foretold?",
      "Are logits and the characters that should have come in the same order?",
    ]),

  states.check(
    "11.characters.state", points: 1,
    claim: "the state goes on where the stream stopped, so that the next chunk can follow",
    uses: ["11.layer.state"],
    hints: [
      "The last character of a chunk is the first of the next one. Has it been read yet?",
      "Is it the state before the chunk or after it that you return?",
    ]),
]

private let tables = FunctionContract(
  .bigrams, small: [[0], [0, 1], [0, 0, 1]].map { BigramInput($0, characters: 2) }
) { exam in
  [(30, 4), (12, 3), (50, 7), (2, 2), (12, 3)].map { length, characters in
    BigramInput(exam.labels(length, classes: characters), characters: characters)
  }
}

private let perplexities = FunctionContract(
  .perplexity, small: [[-1], [-1, -2]].map { Tensor($0) }
) { exam in
  [[5], [1], [20]].map { exam.normal($0) - 2 }
}

let bigramChecks = [
  tables.check(
    "11.bigrams.table", points: 2,
    claim: "log p(b | a) stands in row a and column b, with 1 added to every count",
    hints: [
      "Each row of probabilities adds up to 1. Does yours?",
      "The last character of a text is followed by nothing.",
    ]
  ) { _ in
    [
      BigramInput([0], characters: 3), BigramInput([0, 0, 0, 0], characters: 2),
      BigramInput([1, 0, 1, 0, 1, 2], characters: 4), BigramInput([2, 2, 1], characters: 3),
    ]
  },

  perplexities.check(
    "11.bigrams.perplexity", points: 1,
    claim: "the perplexity is e to the power of minus the mean of the log probabilities",
    hints: ["If every p is 1/8, it is 8."]
  ) { _ in [Tensor([-2000]), Tensor([0, 0, 0])] },
]

private let writings = FunctionContract(.writing, small: SmallSequences.writings) { exam in
  [
    exam.writing(after: [2], count: 12), exam.writing(after: [1, 4, 0, 3], count: 12),
    exam.writing(after: [0, 0], count: 1), exam.writing(after: [3, 1, 1], count: 0),
    exam.writing(after: [4, 2, 0], count: 12), exam.writing(after: [0, 3, 3, 1, 2], count: 12),
    exam.writing(after: [1, 0], count: 12), exam.writing(after: [2, 4, 1], count: 12),
  ]
}

let writingChecks = [
  Check(
    "11.drawn.characters",
    claim:
      "characters are drawn as the softmax of logits / temperature says; at 0 the first greatest",
    points: 2,
    hints: [
      "A high temperature makes all characters alike. Is that what dividing does?",
      "e to the power of 1000 is infinite. What did you do about that in exercise 05?",
    ], examine: examineDrawnCharacters),

  writings.check(
    "11.written.greedy", points: 1,
    claim: "what is written goes on after the prompt, and each character is read as it is written",
    uses: ["11.characters.logits", "11.layer.state"],
    hints: [
      "After the prompt the state is known. Is the prompt read again for every character?",
      "Only the logits in the last row say what comes next.",
    ]),

  Check(
    "11.written.temperature",
    claim:
      "at a temperature above 0, every character is drawn, and from the generator that is given",
    points: 1, buildsOn: ["11.drawn.characters", "11.written.greedy"],
    hints: ["Does `drawn` get the temperature that was asked for?"], examine: examineWriting),
]

/// A model that says the same, whatever it has read: its last bias alone decides.
private func examineWriting(_ exam: Examination) throws {
  var input = exam.writing(after: [1, 2], count: 20)
  input.parameters[4] *= 0
  let logits = [0.6, -0.5, 1.3, 0, 0.9].shuffled(using: &exam.generator)
  input.parameters[5] = Tensor(logits)
  input.texts = 2
  for temperature in [1, 0.4] {
    input.temperature = temperature
    // Many short texts: who reads all again for each character may.
    let run = LayerRun(
      (0..<40 as Range<UInt64>).map { text in
        var input = input
        input.seed = exam.seed &+ text
        return input
      })
    let seen = try exam.ask(.writing, run)
    exam.note(seen, of: .writing, run)
    try exam.require(seen.outputs.count == run.inputs.count)
    for output in seen.outputs {
      try exam.expect(
        output.characters.count == 40,
        "\(output.characters.count) characters were written in two texts, 20 were asked for of each"
      )
    }
    try exam.expect(
      seen.outputs.contains { Set($0.characters.prefix(20)).count > 1 },
      "each text is one character again and again")
    try exam.expect(
      seen.outputs.contains { $0.characters.prefix(20) != $0.characters.suffix(20) },
      "two texts that the same generator wrote are the same: it does not go on from one to the next"
    )
    let text = seen.outputs.flatMap(\.characters)
    let weights = logits.map { exp($0 / temperature) }
    for character in weights.indices {
      try exam.expectAbout(
        text.count { $0 == character }, of: text.count, weights[character] / weights.reduce(0, +),
        "at temperature \(temperature), what is written is the character \(character)")
    }
  }
  // Drawn and certain by turns, a character each: what is left of one text shows in the next.
  (input.texts, input.count) = (1, 1)
  let turns = LayerRun(
    (0..<20 as Range<UInt64>).map { text in
      var input = input
      (input.seed, input.temperature) = (exam.seed &+ text, text.isMultiple(of: 2) ? 1 : 0)
      return input
    })
  let seen = try exam.ask(.writing, turns)
  exam.note(seen, of: .writing, turns)
  let greatest = logits.indices.max { logits[$0] < logits[$1] } ?? 0
  try exam.expect(
    zip(turns.inputs, seen.outputs).allSatisfy {
      $0.temperature > 0 || $1.characters == [greatest]
    }, "between texts at temperature 1, one at 0 is not the character that is most probable")
}

extension Examination {
  fileprivate func streams() -> [CharactersInput] {
    func input(_ count: Int, _ length: Int, units: Int, hasState: Bool = false) -> CharactersInput {
      CharactersInput(
        readerParameters(words: 5, width: self.count(in: 1...3), units: units, classes: 5),
        (0..<count).map { _ in labels(length, classes: 5) },
        state: hasState ? (0..<2).map { _ in normal([count, units]) } : [])
    }
    return [
      input(3, 4, units: 2), input(1, 5, units: 3), input(2, 2, units: 2), input(3, 3, units: 3),
      input(2, 2, units: 2),
      input(2, 4, units: 2, hasState: true), input(1, 2, units: 1, hasState: true),
    ]
  }

  fileprivate func writing(after prompt: [Int], count: Int) -> WritingInput {
    var parameters = readerParameters(words: 5, width: 2, units: 6, classes: 5)
    // What has been read decides, and not which character is the most frequent.
    parameters[5] *= 0.3
    return WritingInput(parameters, prompt: prompt, count: count)
  }
}
