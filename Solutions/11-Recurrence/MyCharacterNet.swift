import Exercise05
import Exercise06
import Tensors

/// Your writer: what it is, and how it is trained. What counts is how well it foresees the next character of a
/// text that it has never seen.
///
/// Who asks what of it, and when, is in `TrainedCharacterNet.swift`.
public struct MyCharacterNet: Sendable {
  /// In how many streams the text is cut, side by side, and how many characters of each are read at a time.
  public var streams: Int
  public var chunk: Int
  public var epochs: Int
  public var maximumNorm: Double

  /// The settings that are graded.
  public init() {
    // begin 11.34: How far back can a gradient go that is cut after so many characters?
    streams = 32
    chunk = 32
    epochs = 10
    maximumNorm = 1
    // end
  }

  /// Returns the model before its training, for characters 0 ..< `characters`.
  public func model(
    characters: Int, using generator: inout SeededGenerator
  ) -> CharacterModel {
    // begin 11.35: What did the reader of reviews need, and what is another size here?
    let (width, units) = (16, 96)
    return CharacterModel(
      embedding: Embedding(words: characters, width: width, using: &generator),
      layer: RecurrentLayer(cell: GRUCell(), inputs: width, units: units, using: &generator),
      readout: Affine(
        weights: Initialization.xavier.weights(
          inputs: units, outputs: characters, using: &generator),
        bias: Tensor(zeros: [characters])))
    // end
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // begin 11.36: As above. Is the same rate right for both?
    Scheduled(
      Adam(learningRate: 0.01),
      schedule: Schedule(peak: 0.01, decay: .cosine(length: updates, floor: 0)))
    // end
  }
}
