import Doorway
import Exercise06
import Tensors

func answerSearch06(_ answers: inout Doorway.Answers) {
  answers.to(.earlyStopping) { run in
    run.trace { input in
      var stopping = EarlyStopping(
        patience: input.patience, minimumProgress: input.minimumProgress)
      var rows: [Double] = []
      for loss in input.losses {
        let isOver = stopping.isOver(after: loss)
        rows += [
          isOver ? 1 : 0, stopping.best, Double(stopping.bestEpoch), Double(stopping.epochs),
        ]
        if isOver { break }
      }
      return Tensor(shape: [rows.count / 4, 4], scalars: rows)
    }
  }
  answers.to(.rangeDraws) { question in
    var generator = SeededGenerator(seed: question.seed)
    let rows = question.ranges.map { range in
      Tensor((0..<question.count).map { _ in range.range.draw(using: &generator) })
    }
    return RangeTrace(rows: rows, next: generator.next())
  }
  answers.to(.randomSettings) { question in
    var generator = SeededGenerator(seed: question.seed)
    let ranges = zip(SettingNames.names, question.ranges).map { (name: $0, range: $1.range) }
    let settings = randomSettings(ranges, count: question.count, using: &generator)
    return RangeTrace(
      rows: [SettingNames.rows(settings, ranges.count)], next: generator.next())
  }
  answers.to(.grid) { run in
    run.trace { input in
      let parameters = zip(SettingNames.names, input.values).map { (name: $0, values: $1) }
      return SettingNames.rows(grid(parameters), parameters.count)
    }
  }
  answers.to(.search) { run in run.trace(searched) }
  answers.to(.bestRun) { run in
    run.trace { input in
      Tensor(best(of: input.runs)?.settings["number"] ?? -1)
    }
  }
  answers.to(.lowestLoss) { run in
    run.trace { input in Tensor(input.runs.map(\.lowest)) }
  }
  answers.to(.crossValidation) { run in
    run.trace { input in
      var trace = FoldTrace()
      let validated = crossValidated(folds: input.folds, order: input.order) {
        training, validation in
        trace.training.append(training)
        trace.validation.append(validation)
        return input.scores.prefix(trace.training.count).last ?? 0
      }
      trace.scores = validated.scores
      return trace
    }
  }
  answers.to(.foldMean) { run in
    run.trace { CrossValidation(scores: $0.scalars).mean }
  }
  answers.to(.foldDeviation) { run in
    run.trace { CrossValidation(scores: $0.scalars).deviation }
  }
}

/// Searches among settings whose trainings go by a script, and writes down what is done.
private func searched(_ input: SearchInput) -> SearchTrace {
  var beginnings: [Int] = []
  var epochs: [Int] = []
  let settings = input.scripts.indices.map { ["number": Double(input.firstNumber + $0)] }
  let runs = search(
    settings, epochs: input.epochs,
    stopping: EarlyStopping(
      patience: input.patience, minimumProgress: input.minimumProgress)
  ) { settings in
    let number = settings["number"].flatMap { Int(exactly: $0) } ?? -1
    beginnings.append(number)
    let place = number - input.firstNumber
    let script = input.scripts.indices.contains(place) ? input.scripts[place] : []
    var made = 0
    return {
      epochs.append(number)
      made += 1
      return made <= script.count ? script[made - 1] : 1000
    }
  }
  return SearchTrace(
    settings: runs.map { $0.settings["number"] ?? -1 }, losses: runs.map(\.losses),
    beginnings: beginnings, epochs: epochs)
}

extension SearchInput {
  fileprivate var runs: [Run] {
    scripts.enumerated().map { Run(settings: ["number": Double($0)], losses: $1) }
  }
}

extension Range06 {
  fileprivate var range: SearchRange {
    switch self {
    case .log(let low, let high): .log(low...high)
    case .float(let low, let high): .float(low...high)
    case .integer(let low, let high): .integer(low...high)
    case .item(let list): .item(list)
    }
  }
}
