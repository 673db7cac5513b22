import Doorway
import Exercise05
import Exercise09
import Foundation
import Tensors

/// How each question of exercise 09 is answered with the student's code.
func answersOfExercise09() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerWindows09(&answers)
  answerConvolutions09(&answers)
  answerPools09(&answers)
  answerNorms09(&answers)
  answerNetworks09(&answers)
  answerOwn09(&answers)
  return answers
}

extension Window {
  init(_ settings: WindowSettings) {
    self.init(
      settings.height, settings.width, stride: settings.stride, padding: settings.padding,
      dilation: settings.dilation)
  }
}

private func answerWindows09(_ answers: inout Doorway.Answers) {
  answers.to(.windowPlaces) { run in
    run.trace { input in
      let places = Window(input.window).places(rows: input.rows, columns: input.columns)
      return Tensor([places.rows, places.columns])
    }
  }
  answers.to(.windowPositions) { run in
    run.trace { input in
      let window = Window(input.window)
      return Tensor(
        input.entries.map { i in
          input.places.map { Double(window.position(of: i, at: $0)) }
        })
    }
  }
  answers.to(.receptiveField) { run in
    run.trace { input in
      let field = receptiveField(of: input.windows.map { Window($0) })
      return Tensor([field.rows, field.columns])
    }
  }
  answers.to(.measuredField) { run in
    run.trace { input in
      let field = measuredReceptiveField(of: Taps(taps: input.taps), on: input.x)
      return Tensor([field.rows, field.columns])
    }
  }
}

private func answerConvolutions09(_ answers: inout Doorway.Answers) {
  answers.to(.naiveConvolution) { run in
    follow(run) { input in
      NaiveConv2D(
        weights: input.weights, bias: input.bias, window: Window(input.window),
        groups: input.groups)
    }
  }
  answers.to(.convolution) { run in
    follow(run) { input in
      Conv2D(
        weights: input.weights, bias: input.bias, window: Window(input.window),
        groups: input.groups)
    }
  }
  answers.to(.convolutionTimes) { input in
    let window = Window(input.window)
    let fast = Conv2D(
      weights: input.weights, bias: input.bias, window: window, groups: input.groups)
    let naive = NaiveConv2D(
      weights: input.weights, bias: input.bias, window: window, groups: input.groups)
    let ours = PlainConvolution(weights: input.weights, bias: input.bias)
    let threads = Tensor.threadCount
    Tensor.threadCount = 1
    defer { Tensor.threadCount = threads }
    // By turns, and the least: whatever else a machine does can only add to it.
    var least = [[Double]](repeating: [.infinity, .infinity], count: 3)
    for _ in 0..<5 {
      for (i, module) in ([fast, naive, ours] as [any Module]).enumerated() {
        var module = module
        let start = threadSeconds()
        let (y, cache) = module.forward(input.x, training: true)
        let turn = threadSeconds()
        _ = module.backward(y, cache: cache)
        let end = threadSeconds()
        least[i] = [min(least[i][0], turn - start), min(least[i][1], end - turn)]
      }
    }
    return ConvolutionTimes(fast: least[0], naive: least[1], ours: least[2])
  }
  answers.to(.pointwise) { run in
    run.trace { input in
      pointwise(input.x, through: Affine(weights: input.weights, bias: input.bias))
    }
  }
  answers.to(.convolutionStart) { input in
    var generator = SeededGenerator(seed: input.seed)
    func start() -> Conv2D {
      Conv2D(
        from: input.channels, to: input.filters, Window(input.window), groups: input.groups,
        using: &generator)
    }
    let (first, second) = (start(), start())
    let window = first.window
    let settings = [
      window.height, window.width, window.stride, window.padding, window.dilation, first.groups,
    ]
    return TensorList([
      first.weights, first.bias, Tensor(settings.map { Double($0) }), second.weights,
    ])
  }
}

private func follow<Convolution: Module>(
  _ run: LayerRun<ConvolutionInput>, with layer: (ConvolutionInput) -> Convolution
) -> LayerTrace<Tensor, AffineGradients> {
  run.trace { input in
    var layer = layer(input)
    return layer.forward(input.x, training: true)
  } backward: { input, upstream, cache in
    let (x, parameters) = layer(input).backward(upstream[0], cache: cache)
    return AffineGradients(x: x, weights: parameters[0], bias: parameters[1])
  }
}

private func answerPools09(_ answers: inout Doorway.Answers) {
  answers.to(.maxPool) { run in follow(run) { MaxPool2D(window: $0) } }
  answers.to(.averagePool) { run in follow(run) { AveragePool2D(window: $0) } }
}

private func follow<Pool: Module>(
  _ run: LayerRun<PoolingInput>, with pool: (Window) -> Pool
) -> LayerTrace<Tensor, Tensor> {
  run.trace { input in
    var pool = pool(Window(input.window))
    return pool.forward(input.x, training: true)
  } backward: { input, upstream, cache in
    pool(Window(input.window)).backward(upstream[0], cache: cache).x
  }
}

private func answerNorms09(_ answers: inout Doorway.Answers) {
  func norm(_ scale: Tensor, _ shift: Tensor, decay: Double, epsilon: Double) -> SpatialBatchNorm {
    var norm = SpatialBatchNorm(channels: scale.count, decay: decay, epsilon: epsilon)
    (norm.scale, norm.shift) = (scale, shift)
    return norm
  }
  answers.to(.batchNorm) { run in
    run.trace { input in
      var norm = norm(input.scale, input.shift, decay: 0.9, epsilon: input.epsilon)
      let (y, cache) = norm.forward(input.x, training: true)
      return (y, (norm, cache))
    } backward: { _, upstream, pass in
      let (x, parameters) = pass.0.backward(upstream[0], cache: pass.1)
      return NormalizationGradients(x: x, scale: parameters[0], shift: parameters[1])
    }
  }
  answers.to(.batchNormCourse) { run in
    run.trace { input in
      var norm = norm(input.scale, input.shift, decay: input.decay, epsilon: input.epsilon)
      var state = BatchNormState(means: [], variances: [], y: input.x)
      for batch in input.batches {
        _ = norm.forward(batch, training: true)
        state.means.append(norm.runningMean)
        state.variances.append(norm.runningVariance)
      }
      state.y = norm.forward(input.x, training: false).output
      // What is no training leaves no trace.
      state.means.append(norm.runningMean)
      state.variances.append(norm.runningVariance)
      return state
    }
  }
}

/// What the calling thread has had of its processor.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
