import Doorway
import Tensors

/// The parameters that a scripted training comes by.
extension LoopContract {
  /// Parameters at an epoch's end, as the subject's own network sees the validation samples with them.
  struct Look {
    var parameters: [Tensor]
    var loss: Double
    var accuracy: Double
  }

  /// Finds parameters of the asked ranks, call after call.
  func looks(
    of ranks: [[Rank]], _ run: LoopRun, _ exam: Examination
  ) throws -> [[Look]] {
    var pool = try pool(run, exam)
    // Of a network that is wrong there may be none that are apart.
    for _ in 0..<7 where !areApart(pool) { pool = try self.pool(run, exam) }
    try exam.expect(
      areApart(pool),
      "your network gives different parameters losses that cannot be told apart: mend it first")
    return try ranks.map { ranks in
      var chosen: [Look] = []
      for rank in ranks {
        let best = chosen.min { $0.loss < $1.loss } ?? pool[0]
        switch rank {
        case .of(let number): chosen.append(pool[number])
        case .again: chosen.append(best)
        case .hairLower: chosen.append(try hairLower(than: best, run, exam))
        case .high: chosen.append(try high(above: pool, run, exam))
        }
      }
      return chosen
    }
  }

  /// Parameters, the best of them first.
  private func pool(_ run: LoopRun, _ exam: Examination) throws -> [Look] {
    let width = run.samples.shape[1]
    let drawn = try looks(at: (0..<6).map { _ in parameters(exam, width: width) }, run, exam)
    // One that is surely wrong where the best is right: much worse than all others, so that who keeps
    // what is nearly as good is told from who keeps the last.
    let best = drawn.min { $0.loss < $1.loss }?.parameters ?? []
    return try (drawn + looks(at: [opposite(to: best, by: 8)], run, exam)).sorted {
      $0.loss < $1.loss
    }
  }

  private func opposite(to parameters: [Tensor], by factor: Double) -> [Tensor] {
    var opposite = parameters
    for i in opposite.indices.suffix(2) { opposite[i] = -factor * opposite[i] }
    return opposite
  }

  /// As wrong as a network can be; the worst of `pool` where its loss is no number any more.
  private func high(above pool: [Look], _ run: LoopRun, _ exam: Examination) throws -> Look {
    let high = try looks(at: [opposite(to: pool[0].parameters, by: 1e12)], run, exam)[0]
    return high.loss.isFinite ? high : pool[pool.count - 1]
  }

  private func areApart(_ pool: [Look]) -> Bool {
    let losses = pool.map(\.loss)
    return losses.allSatisfy(\.isFinite)
      && zip(losses, losses.dropFirst()).allSatisfy { $1 - $0 > 1e-6 }
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
