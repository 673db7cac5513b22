import Doorway
import Tensors

/// What a whole training is asked for.
extension LoopContract {
  /// It ends when `patience` epochs in a row have brought no lower validation loss, and tells what each
  /// epoch has brought.
  public func expectEnds(_ exam: Examination) throws {
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
      let batches = try batches(of: made.run, made.trace, exam, starts: made.course.starts)
      try expectHistory(exam, made.trace, batches, made.course, made.words)
    }
  }

  /// The parameters with the lowest validation loss are left in the network.
  public func expectBest(_ exam: Examination) throws {
    let courses: [(ranks: [[Rank]], patience: Int)] = [
      ([[.of(1), .of(3), .of(5), .of(6)]], .max), ([[.of(4), .of(1), .again, .of(5)]], .max),
      ([[.of(4), .of(3), .of(2), .of(0)]], .max),
      ([[.of(6), .of(2), .hairLower, .of(3), .of(4)]], 2), ([[.of(3)]], 1),
      ([[.of(0), .of(1), .of(3)], [.of(4), .of(2), .of(5)]], .max), ([[]], 1),
    ]
    for made in try courses.shuffled(using: &exam.generator).map({ try make($0, exam) }) {
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
    var run: LoopRun
    var course: Course
    var trace: LoopTrace
    var words: String
  }

  /// Has the network trained such that its validation losses have these ranks, call after call.
  private func make(
    _ asked: (ranks: [[Rank]], patience: Int), _ exam: Examination
  ) throws -> Made {
    let (ranks, patience) = asked
    var run = run(
      .training, exam, samples: 5, batchSize: 3, epochs: ranks.map(\.count).max() ?? 0,
      patience: patience, regularization: exam.number(in: 0.05...0.3))
    run.calls = ranks.count
    let calls = try looks(of: ranks, run, exam)
    let course = Course(calls, from: run.script[0], patience: patience)
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
    let losses = calls.map { $0.map { ($0.loss * 1e4).rounded() / 1e4 } }
    let words =
      "with patience \(patience == .max ? "unlimited" : "\(patience)") and validation "
      + "losses \(losses.map { "\($0)" }.joined(separator: ", then, in a second call, ")) "
    return Made(run: run, course: course, trace: try trace(of: run, exam), words: words)
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
    func epochs(_ count: Int) -> String { count == 1 ? "1 epoch" : "\(count) epochs" }
    let (history, looks) = (trace.history, course.looks)
    try exam.require(
      trace.lengths.count == course.lengths.count
        && trace.lengths.allSatisfy { 0...history.count ~= $0 })
    for (i, (seen, expected)) in zip(trace.lengths, course.lengths).enumerated() {
      try exam.expect(
        seen == expected,
        "\(words)the history\(i == 0 ? "" : " of the second call") has \(epochs(seen)), expected "
          + "\(expected)")
    }
    try exam.require(history.count == looks.count)
    try exam.expect(
      trace.steps.count == 2 * looks.count,
      "\(words)\(trace.steps.count) steps were made, expected 2 in each of \(epochs(looks.count))")
    try exam.expect(
      trace.done.count == looks.count,
      "\(words)epochDone was called \(trace.done.count) times in \(epochs(looks.count))")
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

  /// Parameters at an epoch's end, as the subject's own network sees the validation samples with them.
  private struct Look {
    var parameters: [Tensor]
    var loss: Double
    var accuracy: Double
  }

  /// Finds parameters of the asked ranks, call after call.
  private func looks(
    of ranks: [[Rank]], _ run: LoopRun, _ exam: Examination
  ) throws -> [[Look]] {
    let width = run.samples.shape[1]
    let drawn = try looks(at: (0..<6).map { _ in parameters(exam, width: width) }, run, exam)
    // One that is surely wrong where the best is right: much worse than all others, so that who keeps
    // what is nearly as good is told from who keeps the last.
    var opposite = drawn.min { $0.loss < $1.loss }?.parameters ?? []
    for i in opposite.indices.suffix(2) { opposite[i] = -8 * opposite[i] }
    let pool = try (drawn + looks(at: [opposite], run, exam)).sorted { $0.loss < $1.loss }
    let losses = pool.map(\.loss)
    try exam.expect(
      losses.allSatisfy(\.isFinite)
        && zip(losses, losses.dropFirst()).allSatisfy { $1 - $0 > 1e-6 },
      "your network gives different parameters losses that cannot be told apart: mend it first")
    return try ranks.map { ranks in
      var chosen: [Look] = []
      for rank in ranks {
        let best = chosen.min { $0.loss < $1.loss } ?? pool[0]
        switch rank {
        case .of(let number): chosen.append(pool[number])
        case .again: chosen.append(best)
        case .hairLower: chosen.append(try hairLower(than: best, run, exam))
        }
      }
      return chosen
    }
  }

  /// Goes a little to either side, and takes the lower one.
  private func hairLower(than best: Look, _ run: LoopRun, _ exam: Examination) throws -> Look {
    let direction = parameters(exam, width: run.samples.shape[1])
    let sides = [1e-9, -1e-9].map { step in
      zip(best.parameters, direction).map { $0 + step * $1 }
    }
    let lower = try looks(at: sides, run, exam).min { $0.loss < $1.loss }
    guard let lower, lower.loss < best.loss - 1e-13 else { return best }
    return lower
  }

  private func looks(
    at parameters: [[Tensor]], _ run: LoopRun, _ exam: Examination
  ) throws -> [Look] {
    let inputs = parameters.map {
      input($0, run.validationSamples, run.validationLabels, 0)
    }
    let losses = try exam.ask(loss, LayerRun(inputs)).outputs
    let logits = try exam.ask(outputs, LayerRun(inputs)).outputs
    return try parameters.indices.map { i in
      try exam.expect(
        logits[i].shape == [run.validationLabels.count, Self.classes],
        "your network's logits have the shape \(logits[i].shape): mend it first")
      let right = zip(logits[i].argmax(along: 1), run.validationLabels).count { $0 == $1 }
      return Look(
        parameters: parameters[i], loss: losses[i],
        accuracy: Double(right) / Double(run.validationLabels.count))
    }
  }
}
