import Datasets
import Doorway
import Exercise11
import Tensors

/// How the questions about the student's own networks are answered.
func answerOwn11(_ answers: inout Doorway.Answers) {
  answers.to(.sentimentShapes) { input in
    var generator = SeededGenerator(seed: input.seed)
    let network = MySentimentNet().network(
      words: SyntheticReviews.words.count, classes: 2, using: &generator)
    return OwnShapes(network.parameters.map(\.shape))
  }
  answers.to(.characterShapes) { input in
    var generator = SeededGenerator(seed: input.seed)
    let model = MyCharacterNet().model(
      characters: SyntheticStories.characters.count, using: &generator)
    return OwnShapes(model.parameters.map(\.shape))
  }

  var reader: TrainedSentimentNet?
  answers.to(.sentimentTraining) { (training: TextTraining, report) in
    var mine = MySentimentNet()
    if training.epochs > 0 { mine.epochs = training.epochs }
    let trained = TrainedSentimentNet(
      training: mine, on: SyntheticReviews(count: training.count, seed: training.seed),
      seed: training.seed
    ) { report(TrainingProgress(losses: $0, epochs: mine.epochs)) }
    reader = trained
    return EpochLosses(trained.losses)
  }
  answers.to(.sentimentPredictions) { (input: SentencesInput, _) in
    guard let reader else { throw Untrained() }
    return Predictions(reader.predictions(for: input.sentences))
  }

  var writer: TrainedCharacterNet?
  answers.to(.characterTraining) { (training: TextTraining, report) in
    var mine = MyCharacterNet()
    if training.epochs > 0 { mine.epochs = training.epochs }
    let trained = TrainedCharacterNet(
      training: mine, on: SyntheticStories(count: training.count, seed: training.seed).text,
      characters: SyntheticStories.characters.count, seed: training.seed
    ) { report(TrainingProgress(losses: $0, epochs: mine.epochs)) }
    writer = trained
    return EpochLosses(trained.losses)
  }
  answers.to(.nextCharacters) { (input: SentencesInput, _) in
    guard let writer else { throw Untrained() }
    return writer.nextCharacters(after: input.sentences)
  }
  answers.to(.ownWriting) { (input: OwnWriting, _) in
    guard let writer else { throw Untrained() }
    var generator = SeededGenerator(seed: input.seed)
    return CharacterList(
      writer.model.written(
        after: input.prompt, count: input.count, temperature: input.temperature,
        using: &generator))
  }
}

extension TrainingProgress {
  fileprivate init(losses: [Double], epochs: Int) {
    self.init(epoch: losses.count, epochs: epochs, trainingLoss: losses.last ?? 0)
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}
