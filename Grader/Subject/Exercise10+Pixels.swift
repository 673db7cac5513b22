import Datasets
import Doorway
import Exercise10
import Tensors

func answerPixels10(_ answers: inout Doorway.Answers) {
  answers.to(.pixelCrossEntropy) { run in
    func loss(_ input: PixelInput) -> PixelCrossEntropy {
      PixelCrossEntropy(classWeights: input.classWeights, ignored: input.ignored)
    }
    return run.trace { input in
      loss(input).forward(input.logits, labels: input.labels)
    } backward: { input, _, cache in
      loss(input).backward(cache: cache)
    }
  }
  answers.to(.foundClasses) { run in
    run.trace { Tensor(foundClasses(in: $0)) }
  }
  answers.to(.confusion) { run in
    run.trace { input in
      Tensor(counted(input).counts.map { $0.map { Double($0) } })
    }
  }
  answers.to(.pixelAccuracy) { run in run.trace { counted($0).pixelAccuracy } }
  answers.to(.classShares) { run in
    run.trace { ClassShares(counted($0).intersectionsOverUnions) }
  }
  answers.to(.meanIoU) { run in run.trace { counted($0).meanIoU } }
}

private func counted(_ input: CountingInput) -> ConfusionMatrix {
  var table = ConfusionMatrix(classes: input.classes)
  for batch in input.batches {
    table.add(found: batch.found, labels: batch.labels, ignored: input.ignored)
  }
  return table
}

func answerOwn10(_ answers: inout Doorway.Answers) {
  answers.to(.sceneShapes) { input in
    var generator = SeededGenerator(seed: input.seed)
    let network = MySegmentationNet().network(
      image: SyntheticScenes.imageShape, classes: SyntheticScenes.classNames.count,
      using: &generator)
    return ConvNetShapes(
      parameters: network.parameters.map(\.shape), statistics: network.statistics.map(\.shape))
  }
  var trained: TrainedSegmentationNet?
  answers.to(.sceneTraining) { (input: SceneTraining, report) in
    var mine = MySegmentationNet()
    if let epochs = input.epochs { mine.epochs = epochs }
    let network = TrainedSegmentationNet(
      training: mine, on: SyntheticScenes.training(count: input.count, seed: input.seed),
      seed: input.seed
    ) { losses in
      report(
        TrainingProgress(
          epoch: losses.count, epochs: mine.epochs, trainingLoss: losses.last ?? 0))
    }
    trained = network
    return TrainingCurve(trainingLosses: network.losses, validationLosses: [])
  }
  answers.to(.sceneClasses) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained10() }
    return Predictions(
      trained.classes(in: Images(bytes: Array(images.bytes.data), shape: images.shape)))
  }
}

/// A trained network was asked for before there was one.
private struct Untrained10: Error {}
