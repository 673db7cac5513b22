import Doorway
import Exercise05
import Exercise06
import Tensors

func answerOptimizers06(_ answers: inout Doorway.Answers) {
  answers.to(.nesterov) { run in
    run.trace {
      NesterovMomentum(learningRate: $0.learningRate, momentum: $0.momentum)
    } set: {
      ($0.learningRate, $0.momentum) = ($1.learningRate, $1.momentum)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.adagrad) { run in
    run.trace {
      Adagrad(learningRate: $0.learningRate, epsilon: $0.epsilon)
    } set: {
      ($0.learningRate, $0.epsilon) = ($1.learningRate, $1.epsilon)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.rmsProp) { run in
    run.trace {
      RMSProp(learningRate: $0.learningRate, decay: $0.decay, epsilon: $0.epsilon)
    } set: {
      ($0.learningRate, $0.decay, $0.epsilon) = ($1.learningRate, $1.decay, $1.epsilon)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.adam) { run in
    run.trace {
      Adam(
        learningRate: $0.learningRate, beta1: $0.beta1, beta2: $0.beta2, epsilon: $0.epsilon)
    } set: {
      ($0.learningRate, $0.epsilon) = ($1.learningRate, $1.epsilon)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.adamW) { run in
    run.trace {
      AdamW(
        learningRate: $0.learningRate, beta1: $0.beta1, beta2: $0.beta2, epsilon: $0.epsilon,
        weightDecay: $0.weightDecay)
    } set: {
      ($0.learningRate, $0.epsilon) = ($1.learningRate, $1.epsilon)
      $0.weightDecay = $1.weightDecay
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.lamb) { run in
    run.trace {
      LAMB(
        learningRate: $0.learningRate, beta1: $0.beta1, beta2: $0.beta2, epsilon: $0.epsilon,
        weightDecay: $0.weightDecay)
    } set: {
      ($0.learningRate, $0.epsilon) = ($1.learningRate, $1.epsilon)
      $0.weightDecay = $1.weightDecay
    } update: {
      $0.update(&$1, along: $2)
    }
  }
}

func answerSchedules06(_ answers: inout Doorway.Answers) {
  answers.to(.learningRates) { run in
    run.trace { input in
      Tensor(input.updates.map { Schedule(input.settings).learningRate(at: $0) })
    }
  }
  answers.to(.decayShares) { run in
    run.trace { input in
      Tensor(input.updates.map { Schedule(input.settings).decay.share(after: $0) })
    }
  }
  answers.to(.clippedToValue) { run in
    run.trace { ClippedGradients(clipped($0.gradients, toValue: $0.limit), norm: 0) }
  }
  answers.to(.clippedToNorm) { run in
    run.trace {
      let (gradients, norm) = clipped($0.gradients, toNorm: $0.limit)
      return ClippedGradients(gradients, norm: norm)
    }
  }
  answers.to(.scheduled) { run in
    run.trace {
      Scheduled(
        SGDMomentum(learningRate: 1000, momentum: $0.momentum), schedule: Schedule($0),
        maximumNorm: $0.maximumNorm)
    } set: {
      ($0.schedule, $0.maximumNorm) = (Schedule($1), $1.maximumNorm)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
}

extension Schedule {
  fileprivate init(_ settings: ScheduleSettings06) {
    let decay: Decay =
      switch settings.decay {
      case .none: .none
      case .steps(let period, let factor): .steps(period: period, factor: factor)
      case .exponential(let factor): .exponential(factor: factor)
      case .cosine(let length, let floor): .cosine(length: length, floor: floor)
      }
    self.init(peak: settings.peak, warmup: settings.warmup, decay: decay)
  }
}
