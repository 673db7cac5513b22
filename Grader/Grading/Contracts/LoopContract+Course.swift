import Doorway
import Tensors

/// What a whole training is asked for.
extension LoopContract {
  /// It ends when `patience` epochs in a row have brought no lower validation loss, and tells what each
  /// epoch has brought.
  public func expectEnds(_ exam: Examination) throws {
    try offerSmall(.training, exam)
    // Behind the end of each, an epoch without progress and one with: who waits too long and who never
    // stops are told apart.
    let courses: [(ranks: [[Rank]], patience: Int)] = [
      ([[.of(5), .of(3), .of(4), .of(2), .of(3), .of(4), .of(5), .of(1)]], 2),
      ([[.of(3), .of(4), .of(5), .of(2)]], 1),
      // A tie with the best is no progress, and a hair is; so is nothing that is only better than the
      // epoch before.
      ([[.of(4), .again, .hairLower, .of(5), .of(5), .of(6), .of(6), .of(1)]], 3),
      ([[.of(4), .again, .of(2), .again, .again, .of(5), .of(0)]], 2),
      ([[.of(1), .of(6), .of(5), .of(4), .of(3), .of(0)]], 3),
      ([[.of(2), .of(3), .of(4), .of(5)]], .max),
      // Another call, of as many epochs, counts anew, and competes with no loss of the one before.
      ([[.of(1), .of(4), .of(5), .of(6), .of(0)], [.of(3), .of(4), .of(2), .of(3), .of(5)]], 2),
      ([[]], 3),
    ]
    for made in try courses.shuffled(using: &exam.generator).map({ try make($0, exam) }) {
      let batches = try batches(of: made.drawn, made.trace, exam, starts: made.course.starts)
      try expectHistory(exam, made.trace, batches, made.course, made.words)
    }
  }

  /// The parameters with the lowest validation loss are left in the network.
  public func expectBest(_ exam: Examination) throws {
    try offerSmall(.training, exam)
    let courses: [(ranks: [[Rank]], patience: Int)] = [
      ([[.of(1), .of(3), .of(5), .of(6)]], .max), ([[.of(4), .of(1), .again, .of(5)]], .max),
      ([[.of(4), .of(3), .of(2), .of(0)]], .max),
      ([[.of(6), .of(2), .hairLower, .of(3), .of(4)]], 2), ([[.high]], 1),
      ([[.of(0), .of(1), .of(3)], [.of(4), .of(2), .of(5)]], .max), ([[]], 1),
    ]
    for made in try courses.shuffled(using: &exam.generator).map({
      try make($0, readsBatches: false, exam)
    }) {
      try expectParameters(exam, made)
    }
  }

  /// How good the parameters are that the script puts at an epoch's end.
  enum Rank: Sendable {
    /// The n-th lowest of the losses.
    case of(Int)
    /// What was the best so far, once more.
    case again
    /// Lower than the best so far, in the tenth digit.
    case hairLower
    /// Higher than any number that somebody would begin with in the place of infinity.
    case high
  }

  /// What has to happen, by the losses of the subject's own network.
  private struct Course {
    /// What is seen after the epochs that are made, call after call.
    var looks: [Look] = []
    var lengths: [Int] = []

    /// The parameters in the end, and what they were at first.
    var best: [Tensor]
    let first: [Tensor]

    /// What a call begins with that is not the first, by the number of its first step.
    var starts: [Int: [Tensor]] = [:]

    init(_ calls: [[Look]], from first: [Tensor], patience: Int) {
      (best, self.first) = (first, first)
      for looks in calls {
        var (lowest, without, made) = (Double.infinity, 0, 0)
        if !self.looks.isEmpty { starts[2 * self.looks.count] = best }
        for look in looks where without < patience {
          made += 1
          if look.loss < lowest {
            (best, lowest, without) = (look.parameters, look.loss, 0)
          } else {
            without += 1
          }
        }
        self.looks += looks.prefix(made)
        lengths.append(made)
      }
    }
  }

  /// A training by a course, and what it is in words.
  private struct Made {
    var drawn: DrawnRun
    var course: Course
    var trace: LoopTrace
    var words: String
  }

  /// Has the network trained such that its validation losses have these ranks, call after call.
  ///
  /// - Parameter readsBatches: Whether it is to be read off the gradients which samples the steps were
  ///   made on. Where a loss is high the network is too sure of itself for that.
  private func make(
    _ asked: (ranks: [[Rank]], patience: Int), readsBatches: Bool = true, _ exam: Examination
  ) throws -> Made {
    let (ranks, patience) = asked
    var (calls, course) = ([[Look]](), Course([], from: [], patience: patience))
    func draw() throws -> LoopRun {
      var run = run(
        .training, exam, samples: 5, batchSize: 3, epochs: ranks.map(\.count).max() ?? 0,
        patience: patience, regularization: exam.number(in: 0.05...0.3))
      run.calls = ranks.count
      calls = try looks(of: ranks, run, exam)
      course = Course(calls, from: run.script[0], patience: patience)
      // Of two steps each: between them, parameters that count for nothing.
      run.script =
        [run.script[0]]
        + course.looks.flatMap { look in
          [parameters(exam, width: run.samples.shape[1]), look.parameters]
        }
      // Whoever makes more epochs than there should be comes to these.
      run.script += calls.flatMap { $0 }.dropFirst(course.looks.count).flatMap {
        [$0.parameters, $0.parameters]
      }
      return run
    }
    let drawn =
      readsBatches ? try drawn(exam, draw) : DrawnRun(run: try draw(), mixtures: [])
    let losses = calls.map { $0.map { ($0.loss * 1e4).rounded() / 1e4 } }
    let words =
      "with patience \(patience == .max ? "unlimited" : "\(patience)") and validation "
      + "losses \(losses.map { "\($0)" }.joined(separator: ", then, in a second call, ")) "
    return Made(
      drawn: drawn, course: course, trace: try trace(of: drawn.run, exam), words: words)
  }

  private func expectParameters(_ exam: Examination, _ made: Made) throws {
    let (course, seen) = (made.course, made.trace.parameters)
    func name(_ parameters: [Tensor]) -> String {
      course.looks.lastIndex { $0.parameters == parameters }.map { "those of epoch \($0 + 1)" }
        ?? (parameters == course.first ? "those from before it" : "others")
    }
    try exam.expect(
      seen == course.best,
      "\(made.words)the network has in the end \(name(seen)) as parameters, expected "
        + name(course.best))
  }

  private func expectHistory(
    _ exam: Examination, _ trace: LoopTrace, _ batches: [LoopBatch], _ course: Course,
    _ words: String
  ) throws {
    let (history, looks) = (trace.history, course.looks)
    try exam.require(
      trace.lengths.count == course.lengths.count
        && trace.lengths.allSatisfy { 0...history.count ~= $0 })
    for (i, (seen, expected)) in zip(trace.lengths, course.lengths).enumerated() {
      try exam.expect(
        seen == expected,
        "\(words)the history\(i == 0 ? "" : " of the second call") has \(countOfEpochs(seen)), expected "
          + "\(expected)")
    }
    try exam.require(history.count == looks.count)
    try exam.expect(
      trace.steps.count == 2 * looks.count,
      "\(words)\(trace.steps.count) steps were made, expected 2 in each of \(countOfEpochs(looks.count))"
    )
    try exam.expect(
      trace.done.count == looks.count,
      "\(words)epochDone was called \(trace.done.count) times in \(countOfEpochs(looks.count))")
    var generator = exam.startingGenerator
    try exam.expect(
      looks.isEmpty || trace.next != generator.next(),
      "the generator that was given is where it was before: every epoch has the same order")
    for (i, (epoch, look)) in zip(history, looks).enumerated() {
      try exam.expect(
        Tolerance.value.accepts(epoch.validationLoss, for: look.loss),
        "\(words)the validation loss of epoch \(i + 1) in the history is "
          + "\(Sentences.number(epoch.validationLoss)), expected \(Sentences.number(look.loss))")
      try exam.expect(
        abs(epoch.validationAccuracy - look.accuracy) < 1e-9,
        "\(words)the validation accuracy of epoch \(i + 1) in the history is "
          + "\(Sentences.number(epoch.validationAccuracy)), expected \(Sentences.number(look.accuracy))"
      )
      try expectLoss(
        exam, epoch.trainingLoss, of: Array(batches[2 * i..<2 * i + 2]), epoch: i)
      var told = trace.done[i]
      try exam.expect(
        told.steps == 2 * (i + 1),
        "epochDone was called for epoch \(i + 1) when \(told.steps) steps had been made, "
          + "expected \(2 * (i + 1))")
      told.steps = epoch.steps
      try exam.expect(
        told == epoch,
        "what epochDone was called with for epoch \(i + 1) is not what the history has")
    }
  }
}
