import Doorway
import Exercise11
import Tensors

func answerBatches11(_ answers: inout Doorway.Answers) {
  answers.to(.padding) { run in
    run.trace { input in
      let padded = PaddedTokens(input.sentences)
      let shape = padded.keep.shape
      let flags = Tensor(padded.keep).scalars.map { $0 != 0 }
      return PaddedAnswer(
        steps: padded.steps, tokens: padded.tokens, shape: shape, keep: flags)
    }
  }
  answers.to(.packing) { run in
    run.trace { input in
      let packing = Packing(lengths: input.lengths)
      return PackingAnswer(order: packing.order, counts: packing.counts, rows: packing.rows)
    }
  }
  answers.to(.packed) { run in run.trace { packing(of: $0.lengths).packed($0.x) } }
  answers.to(.unpacked) { run in run.trace { packing(of: $0.lengths).unpacked($0.x) } }
  answers.to(.packedLast) { run in
    run.trace { input in
      let packing = packing(of: input.lengths)
      let (steps, count, width) = (input.x.shape[0], input.x.shape[1], input.x.shape[2])
      let rows = input.x.reshaped(to: [steps * count, width]).rows(at: packing.rows)
      return RecurrentLayer(.given, input.weights).lastOutputs(rows, packing)
    }
  }
}

/// How such sequences are packed, by ourselves: a wrong way to pack costs its own check only.
private func packing(of lengths: [Int]) -> Packing {
  let longest = lengths.max() ?? 0
  let order = (0...longest).reversed().flatMap { l in lengths.indices.filter { lengths[$0] == l } }
  let counts = (0..<longest).map { step in lengths.filter { step < $0 }.count }
  return Packing(
    order: order, counts: counts,
    rows: counts.indices.flatMap { t in
      order.prefix(counts[t]).map { t * lengths.count + $0 }
    })
}
