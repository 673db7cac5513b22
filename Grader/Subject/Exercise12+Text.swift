import Doorway
import Exercise12
import Tensors

func answerText12(_ answers: inout Doorway.Answers) {
  answers.to(.smoothedLoss) { run in
    run.trace { input in
      let pass = SmoothedCrossEntropy(smoothing: input.smoothing, ignored: input.ignored)
        .forward(input.logits, labels: input.labels)
      return (pass.loss, pass.cache)
    } backward: { input, _, cache in
      SmoothedCrossEntropy(smoothing: input.smoothing, ignored: input.ignored)
        .backward(cache: cache, labels: input.labels)
    }
  }
  answers.to(.warmupRates) { run in
    run.trace { input in
      let schedule = WarmupSchedule(
        width: input.width, warmup: input.warmup, factor: input.factor)
      return Tensor(input.steps.map { schedule.learningRate(at: $0) })
    }
  }
  answers.to(.tokenizer) { run in
    run.trace { input in
      switch input {
      case .learn(let texts, let count):
        return TokenRows([
          BytePairTokenizer(learningFrom: texts, count: count).merges.flatMap {
            [$0.first, $0.second]
          }
        ])
      case .merge(let pair, let token, let tokens):
        return TokenRows([
          BytePairTokenizer.merging(.init(pair[0], pair[1]), into: token, in: tokens)
        ])
      case .encode(let text, let merges):
        return TokenRows([tokenizer(merges).encode(text)])
      case .decode(let tokens, let merges):
        return TokenRows([tokenizer(merges).decode(tokens).utf8.map(Int.init)])
      }
    }
  }
  answers.to(.shiftedRows) { run in
    run.trace { input in
      let (inputs, labels) = shifted(input.rows)
      return TokenRows(inputs + labels)
    }
  }
  answers.to(.decoding) { run in
    run.trace { input in
      guard let width = input.width else {
        return FoundText(greedyDecode(end: input.end, limit: input.limit, next: input.next))
      }
      let (tokens, score) = beamSearch(
        end: input.end, limit: input.limit, width: width, lengthPower: input.lengthPower,
        next: input.next)
      return FoundText(tokens, score: score)
    }
  }
}

private func tokenizer(_ merges: [[Int]]) -> BytePairTokenizer {
  BytePairTokenizer(merges: merges.map { .init($0[0], $0[1]) })
}
