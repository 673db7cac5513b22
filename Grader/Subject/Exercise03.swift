import Doorway
import Exercise03
import Tensors

/// How each question of exercise 03 is answered with the student's code.
func answersOfExercise03() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answerReaders(&answers)
  answerTransforms(&answers)
  answerLoader(&answers)
  return answers
}

private func answerTransforms(_ answers: inout Doorway.Answers) {
  answers.to(.channelStatistics) { run in
    run.trace { input in
      let images = input.images
      let labels = [Int](repeating: 0, count: images.shape[0])
      let (mean, deviation) = channelStatistics(of: CountedSamples(images, labels: labels))
      return MeasuredChannels(mean: mean, deviation: deviation)
    }
  }
  answers.to(.rescale) { run in
    run.trace { input in
      let ends = input.numbers.map(\.scalars)
      return transformed(
        input.image, by: Rescale(from: ends[0][0]...ends[0][1], to: ends[1][0]...ends[1][1]))
    }
  }
  answers.to(.normalize) { run in
    run.trace { input in
      transformed(input.image, by: Normalize(mean: input.numbers[0], deviation: input.numbers[1]))
    }
  }
  answers.to(.flatten) { run in run.trace { transformed($0.image, by: Flatten()) } }

  answers.to(.compose) { run in
    drawn(run.image, run.seed) { image, generator in
      run.runs.map { steps in
        Compose(steps.map(ScriptedStep.init)).apply(to: image, using: &generator)
      }
    }
  }
  answers.to(.randomTransform) { run in
    drawn(run.image, run.seed) { image, generator in
      (0..<run.count).map { _ in
        switch run.kind {
        case .flip(let probability):
          HorizontalFlip(probability: probability).apply(to: image, using: &generator)
        case .crop(let height, let width, let padding):
          RandomCrop(height: height, width: width, padding: padding)
            .apply(to: image, using: &generator)
        }
      }
    }
  }
}

private func transformed(_ image: Tensor, by transform: some Transform) -> Transformed {
  var (generator, untouched) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
  let result = transform.apply(to: image, using: &generator)
  return Transformed(
    result, original: image, isGeneratorUntouched: generator.next() == untouched.next())
}

private func drawn(
  _ image: Tensor, _ seed: UInt64, _ draw: (Tensor, inout SeededGenerator) -> [Tensor]
) -> DrawnImages {
  var generator = SeededGenerator(seed: seed)
  let images = draw(image, &generator)
  return DrawnImages(images, original: image, next: generator.next())
}

/// A step that shows in what order and from what generator it was taken.
struct ScriptedStep: Transform {
  let step: ComposedRun.Step

  func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    let draw = step.draws ? Double.random(in: 0..<1, using: &generator) : 0
    return step.factor * image + (step.addend + draw)
  }
}

/// A data set in memory that takes down what it is asked for. A class, because copies of it are asked;
/// a subject does one thing at a time, so nothing guards the count.
final class CountedSamples: Dataset, @unchecked Sendable {
  private let images: Tensor
  private let labels: [Int]
  private(set) var asked = 0
  private(set) var numbersAsked: Set<Int> = []

  init(_ images: Tensor, labels: [Int]) {
    self.images = images
    self.labels = labels
  }

  var count: Int { labels.count }

  func sample(at index: Int) -> Sample {
    asked += 1
    numbersAsked.insert(index)
    return Sample(image: images.row(index), label: labels[index])
  }
}
