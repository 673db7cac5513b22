import Doorway
import Exercise01
import Tensors

/// How each question of exercise 01 is answered with the student's code.
func answersOfExercise01() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answers.to(.rowMeans) { $0.trace { rowMeans($0) } }
  answers.to(.centeredRows) { $0.trace { centeredRows($0) } }
  answers.to(.standardizedColumns) {
    $0.trace { standardizedColumns($0.x, epsilon: $0.epsilon) }
  }
  answers.to(.squaredDistances) { $0.trace { squaredDistances($0.a, $0.b) } }
  answers.to(.keepingHigh) { $0.trace { keepingHigh($0.x, thresholds: $0.thresholds) } }
  answers.to(.oneHot) { $0.trace { oneHot($0.labels, classes: $0.classes) } }
  answers.to(.accuracy) { $0.trace { accuracy($0.scores, labels: $0.labels) } }
  answers.to(.movingAverages) { $0.trace { movingAverages($0.x, width: $0.width) } }
  answers.to(.shuffled) { shuffle($0) }
  answers.to(.shuffledOrders) { shuffleOften($0) }
  answers.to(.clip) { run in
    run.trace { input in
      var x = input.x
      clip(&x, to: input.bound)
      return x
    }
  }
  answers.to(.runningMean) { $0.trace { follow($0) } }
  return answers
}

private func shuffle(_ run: ShuffleRun) -> ShuffleTrace {
  var generator = SeededGenerator(seed: run.seed)
  var trace = ShuffleTrace()
  for batch in run.batches {
    let (x, labels) = shuffled(batch.x, labels: batch.labels, using: &generator)
    trace.batches.append(LabeledRows(x, labels: labels))
    var copy = generator
    trace.next.append(copy.next())
  }
  return trace
}

private func shuffleOften(_ run: ShuffleOrders) -> Tensor {
  var generator = SeededGenerator(seed: run.seed)
  let x = Tensor(0..<run.rows).expandingAxis(at: 1)  // [rows, 1]
  let labels = (0..<run.times).flatMap { _ in
    shuffled(x, labels: Array(0..<run.rows), using: &generator).labels.prefix(run.rows)
  }
  return Tensor(labels)
}

private func follow(_ run: MeanRun) -> MeanTrace {
  var trace = MeanTrace()
  var mean = RunningMean()
  trace.atFirst = mean.mean
  trace.counts.append(mean.count)
  func add(_ x: Tensor) {
    mean.add(x)
    trace.means.append(mean.mean)
    trace.counts.append(mean.count)
  }
  run.before.forEach(add)
  var copy = mean
  for i in 0..<max(run.own.count, run.copys.count) {
    if i < run.own.count { add(run.own[i]) }
    guard i < run.copys.count else { continue }
    copy.add(run.copys[i])
    trace.copysMeans.append(copy.mean)
    trace.copysCounts.append(copy.count)
  }
  return trace
}
