import Doorway
import Grading
import Tensors

private let smallDecays: [ScheduleSettings06.Decay] = [
  .steps(period: 1, factor: 0.5), .steps(period: 2, factor: 0.5), .exponential(factor: 0.5),
  .cosine(length: 2, floor: 0), .cosine(length: 2, floor: 0.5),
]

private let shares = FunctionContract(
  .decayShares,
  small: smallDecays.map {
    ScheduleInput(ScheduleSettings06(peak: 1, warmup: 0, decay: $0), at: [0, 1, 2])
  }
) { exam in
  let length = exam.count(in: 6...12)
  return exam.decays(length: length).map {
    ScheduleInput(ScheduleSettings06(peak: 1, warmup: 0, decay: $0), at: Array(0...length))
  }
}

private let rates = FunctionContract(
  .learningRates,
  small: [(0, .none), (1, .none), (3, .none), (1, .exponential(factor: 0.5))].map {
    (warmup: Int, decay: ScheduleSettings06.Decay) in
    ScheduleInput(ScheduleSettings06(peak: 1, warmup: warmup, decay: decay), at: [1, 2, 3, 4])
  }
) { exam in
  let (length, warmup) = (exam.count(in: 6...12), exam.count(in: 2...5))
  return (exam.decays(length: length) + exam.decays(length: length)).enumerated().map { i, decay in
    let warmup = i < 5 ? warmup : [0, 1, 0, 1, 0][i - 5]
    return ScheduleInput(
      ScheduleSettings06(peak: exam.number(in: 0.01...2), warmup: warmup, decay: decay),
      at: Array(1...warmup + length + 1))
  }
}

let scheduleChecks = [
  shares.check(
    "06.decay.shares", points: 1,
    claim: "steps, exponential and cosine leave the share that their formulas say, 1 at s = 0",
    hints: [
      "Steps fall once every `period` updates: which division of integers counts them?",
      "The cosine goes from 1 to -1. What has to be done to it to go from 1 to `floor`?",
    ]),

  shares.check(
    "06.decay.end", points: 1,
    claim: "behind its end the cosine stays at `floor` and does not rise again",
    buildsOn: ["06.decay.shares"],
    hints: ["cos(2π) is 1 again. How far may s / length go?"], alone: true,
    small: [
      ScheduleInput(
        ScheduleSettings06(peak: 1, warmup: 0, decay: .cosine(length: 2, floor: 0.25)),
        at: [2, 3, 4])
    ]
  ) { exam in
    let length = exam.count(in: 3...7)
    return [exam.number(in: 0.05...0.3), 0].map {
      ScheduleInput(
        ScheduleSettings06(peak: 1, warmup: 0, decay: .cosine(length: length, floor: $0)),
        at: [0, length - 1, length, length + 1, 2 * length, 3 * length - 1, 50 * length])
    }
  },

  rates.check(
    "06.schedule.warmup", points: 2,
    claim: "the rate grows by equal steps: peak / (W + 1) at update 1, `peak` at update W + 1",
    hints: [
      "With W = 4 the first five rates are 0.2, 0.4, 0.6, 0.8 and 1.0 of the peak.",
      "Is the quotient one of integers?",
    ], alone: true
  ) { exam in
    (exam.counts(3, in: 1...9) + [0]).map {
      ScheduleInput(
        ScheduleSettings06(peak: exam.number(in: 0.01...2), warmup: $0, decay: .none),
        at: Array(1...$0 + 3))
    }
  },

  rates.check(
    "06.schedule.rates", points: 2,
    claim: "the decay begins behind the warm-up: at update W + 1 its s is 0",
    buildsOn: ["06.schedule.warmup", "06.decay.shares"],
    hints: ["The decay counts from 0, updates from 1, and the warm-up takes W of them."]),
]

private let byValue = FunctionContract(.clippedToValue, small: smallClippings) {
  $0.gradientsToClip()
}
private let byNorm = FunctionContract(.clippedToNorm, small: smallClippings) {
  $0.gradientsToClip()
}

/// Shorter than the limit and longer, in one tensor and in two.
private let smallClippings = [[[0.5]], [[-2]], [[3, -4]], [[3], [-4]]].map {
  ClippingInput($0.map { Tensor($0) }, limit: 1)
}

let clippingChecks = [
  byValue.check(
    "06.clipping.value", points: 1,
    claim: "every entry is put between -limit and limit, each for itself",
    hints: ["min(x, 3) leaves nothing above 3. What leaves nothing below -3?"]),

  byNorm.check(
    "06.clipping.norm", points: 3,
    claim: "gradients longer than the limit are made as long, all by one factor; others stay",
    hints: [
      "One norm of all: add the squares of all tensors before you take the root.",
      "What happens to gradients that are shorter than the limit?",
    ]
  ) { exam in
    // As long as the limit, to the last digit; and of length 0.
    [
      ClippingInput([Tensor([3]), Tensor([[0, -4]])], limit: 5),
      ClippingInput([Tensor(zeros: [2]), Tensor(zeros: [1, 3])], limit: exam.number(in: 1...2)),
      ClippingInput([exam.normal([3]), exam.normal([2, 2])], limit: .infinity),
    ]
  },

  byNorm.check(
    "06.clipping.notNumbers", points: 1,
    claim: "a norm that is infinite or NaN comes back as it is, and the gradients unchanged",
    buildsOn: ["06.clipping.norm"],
    hints: ["limit / ∞ is 0, and 0 · ∞ is NaN. How do you ask whether a Double is finite?"],
    alone: true
  ) { exam in
    [Double.infinity, -.infinity, .nan].map { odd in
      ClippingInput(
        [exam.normal([2, 2]), Tensor([exam.number(in: 3...9), odd]), exam.normal([3])],
        limit: exam.number(in: 0.1...0.5))
    }
  },
]

private let scheduled = OptimizerContract(
  .scheduled,
  small: [(0, Double.infinity), (1, .infinity), (0, 1)].map { warmup, maximumNorm in
    ScheduleSettings06(
      peak: 0.5, warmup: warmup, decay: .exponential(factor: 0.5), maximumNorm: maximumNorm)
  })

let scheduledChecks = [
  scheduled.check(
    "06.scheduled.rates", steps: 9, points: 3,
    claim: "the first update has the rate of update 1, and its gradients are clipped before it",
    buildsOn: ["06.schedule.rates", "06.clipping.norm"],
    hints: [
      "When does `updates` become 1?",
      "Does the optimizer see the clipped gradients, and the new rate?",
    ]
  ) { exam, optimizer, _ in
    exam.scheduleSettings(
      optimizer, maximumNorm: [exam.number(in: 1...4), .infinity, 0.5, 1e3][optimizer])
  },

  scheduled.check(
    "06.scheduled.notNumbers", steps: 6, points: 1,
    claim: "an update whose gradients are not finite moves nothing, and is counted",
    buildsOn: ["06.scheduled.rates"],
    hints: ["What would one NaN in the velocity do to all later steps?"],
    also: { exam, run in
      let odd = [Double.infinity, .nan, -.infinity, .nan]
      for course in run.courses.indices {
        // The optimizer's velocity would move the parameters without any gradient.
        for step in run.courses[course].steps.indices where step % 3 == 1 {
          let last = run.courses[course].steps[step].gradients.count - 1
          run.courses[course].steps[step].gradients[last].mutateEntries { $0[0] = odd[course] }
        }
      }
    }
  ) { exam, optimizer, _ in exam.scheduleSettings(optimizer, maximumNorm: exam.number(in: 1...4)) },
]

extension Examination {
  fileprivate func decays(length: Int) -> [ScheduleSettings06.Decay] {
    [
      .cosine(length: length, floor: number(in: 0.05...0.3)),
      .steps(period: count(in: 2...4), factor: number(in: 0.3...0.8)),
      .exponential(factor: number(in: 0.6...0.95)), .none, .cosine(length: length, floor: 0),
    ]
  }

  fileprivate func scheduleSettings(_ optimizer: Int, maximumNorm: Double) -> ScheduleSettings06 {
    let decays = decays(length: 5)
    return ScheduleSettings06(
      peak: number(in: 0.05...0.5), warmup: [2, 0, 3, 1][optimizer], decay: decays[optimizer],
      maximumNorm: maximumNorm, momentum: optimizer == 1 ? 0 : 0.5)
  }

  /// Lists of one and of several tensors, some longer than the limit and some shorter.
  fileprivate func gradientsToClip() -> [ClippingInput] {
    let shapes = [
      [[2, 3], [3]], [[4]], [[1], [2, 2, 2], [3, 1]], [[3, 3], [3, 3]], [[2], [2]],
    ]
    return shapes.enumerated().map { i, shapes in
      ClippingInput(
        shapes.map { (i == 2 ? 30 : 1) * normal($0) },
        limit: i == 3 ? number(in: 20...30) : number(in: 0.3...0.9))
    }
  }
}
