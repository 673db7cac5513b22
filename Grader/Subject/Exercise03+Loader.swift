import Doorway
import Exercise03
import Tensors

func answerLoader(_ answers: inout Doorway.Answers) {
  answers.to(.loader) { run in
    let numbers = (0..<run.labels.count).flatMap { [Double($0), 0.0, Double($0) / 7] }
    let images = Tensor(shape: [run.labels.count, 1, 1, 3], scalars: numbers)
    let samples = CountedSamples(
      run.isSingle ? images.converted(to: .float32) : images, labels: run.labels)
    var loader = DataLoader(
      samples, batchSize: run.batchSize, shuffles: run.shuffles, dropsLast: run.dropsLast,
      transform: DrawnEntry(draws: run.draws, flattens: run.flattens), seed: run.seed)
    if !run.draws && !run.flattens {
      loader = DataLoader(
        samples, batchSize: run.batchSize, shuffles: run.shuffles, dropsLast: run.dropsLast,
        seed: run.seed)
    }
    var trace = LoaderTrace(
      count: loader.count, epochs: run.epochs.map { _ in [] }, readsOfFirst: 0)
    var iterators = run.epochs.map { epoch in
      loader.epoch = epoch
      return loader.makeIterator()
    }
    // A loader without end must come to one.
    let most = run.labels.count + 2
    func ask(_ iterator: Int) -> Bool {
      guard let batch = iterators[iterator].next() else {
        if iterators[iterator].next() != nil { trace.beginsAgain = true }
        return false
      }
      if trace.readsOfFirst == 0 { trace.readsOfFirst = samples.asked }
      trace.epochs[iterator].append(LoadedBatch(images: batch.images, labels: batch.labels))
      return trace.epochs[iterator].count < most
    }
    if run.byTurns {
      var going = Array(iterators.indices)
      while !going.isEmpty { going = going.filter(ask) }
    } else {
      for iterator in iterators.indices { while ask(iterator) {} }
    }
    let given = Set(
      trace.epochs.joined().flatMap { batch in
        batch.images.scalars.enumerated().filter { $0.offset.isMultiple(of: 3) }
          .compactMap { Int(exactly: $0.element) }
      })
    trace.unused = samples.numbersAsked.subtracting(given).sorted()
    return trace
  }

  answers.to(.splits) { run in
    var generator = SeededGenerator(seed: run.seed)
    return SplitParts(
      (0..<run.times).map { _ in
        switch run.kind {
        case .split(let validation, let test):
          let split = split(
            run.labels, validation: validation, test: test, stratified: run.isStratified,
            using: &generator)
          return [split.training, split.validation, split.test]
        case .folds(let count):
          return folds(
            run.labels, count: count, stratified: run.isStratified, using: &generator
          ).flatMap { [$0.training, $0.validation] }
        }
      })
  }
}

/// Draws a number into the entry in the middle, and makes a row of the image, if it is to.
private struct DrawnEntry: Transform {
  let draws: Bool
  let flattens: Bool

  func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    let drawn =
      draws ? image + Tensor([0, Double.random(in: 0.01..<1, using: &generator), 0]) : image
    return flattens ? drawn.reshaped(to: [-1]) : drawn
  }
}
