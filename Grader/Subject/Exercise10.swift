import Doorway
import Exercise09
import Exercise10
import Tensors

/// How each question of exercise 10 is answered with the student's code.
func answersOfExercise10() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerTransposed10(&answers)
  answerUpsampling10(&answers)
  answerNetworks10(&answers)
  answerPixels10(&answers)
  answerOwn10(&answers)
  return answers
}

private func answerTransposed10(_ answers: inout Doorway.Answers) {
  func layer(_ input: TransposedInput) -> ConvTranspose2D {
    ConvTranspose2D(
      weights: input.weights, bias: input.bias, window: window10(input.window),
      outputPadding: input.outputPadding)
  }
  answers.to(.transposedSize) { run in
    run.trace { input in
      let layer = ConvTranspose2D(
        weights: Tensor(zeros: [1, 1, input.window.height, input.window.width]),
        bias: Tensor(zeros: [1]), window: window10(input.window),
        outputPadding: input.outputPadding)
      let size = layer.size(rows: input.rows, columns: input.columns)
      return Tensor([size.rows, size.columns])
    }
  }
  answers.to(.transposedConvolution) { run in
    run.trace { input in
      layer(input).forward(input.x, training: true)
    } backward: { input, upstream, cache in
      let (x, parameters) = layer(input).backward(upstream[0], cache: cache)
      return AffineGradients(x: x, weights: parameters[0], bias: parameters[1])
    }
  }
  answers.to(.transposedStart) { input in
    var generator = SeededGenerator(seed: input.seed)
    let layout = input.layout
    let start = ConvTranspose2D(
      from: input.channels, to: input.filters, window10(layout.window),
      outputPadding: layout.outputPadding, using: &generator)
    let size = start.size(rows: layout.rows, columns: layout.columns)
    return TensorList([start.weights, start.bias, Tensor([size.rows, size.columns])])
  }
  answers.to(.adjointGap) { run in
    run.trace { input in
      func map(_ matrix: Tensor, shape: [Int]) -> (Tensor) -> Tensor {
        { $0.reshaped(to: [1, -1]).matmul(matrix).reshaped(to: shape) }
      }
      return adjointGap(
        of: map(input.there, shape: input.y.shape), and: map(input.back, shape: input.x.shape),
        x: input.x, y: input.y)
    }
  }
}

private func answerUpsampling10(_ answers: inout Doorway.Answers) {
  answers.to(.nearest) { run in
    run.trace { input in
      NearestUpsampling(factor: input.factor).forward(input.x, training: true)
    } backward: { input, upstream, cache in
      NearestUpsampling(factor: input.factor).backward(upstream[0], cache: cache).x
    }
  }
  answers.to(.bilinear) { run in
    func layer(_ input: UpsamplingInput) -> BilinearUpsampling {
      BilinearUpsampling(factor: input.factor, alignsCorners: input.alignsCorners)
    }
    return run.trace { input in
      layer(input).forward(input.x, training: true)
    } backward: { input, upstream, cache in
      layer(input).backward(upstream[0], cache: cache).x
    }
  }
  answers.to(.interpolation) { run in
    run.trace { input in
      interpolationWeights(
        count: input.count, factor: input.factor, alignsCorners: input.alignsCorners)
    }
  }
}

private func window10(_ settings: WindowSettings) -> Window {
  Window(
    settings.height, settings.width, stride: settings.stride, padding: settings.padding,
    dilation: settings.dilation)
}
