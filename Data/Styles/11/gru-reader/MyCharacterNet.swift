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
    (streams, chunk, epochs, maximumNorm) = (20, 50, 8, 5)
  }

  /// Returns the model before its training, for characters 0 ..< `characters`.
  public func model(
    characters: Int, using generator: inout SeededGenerator
  ) -> CharacterModel {
    return CharacterModel(
      embedding: Embedding(words: characters, width: 20, using: &generator),
      layer: RecurrentLayer(cell: LSTMCell(), inputs: 20, units: 80, using: &generator),
      readout: Affine(
        weights: 0.1 * Tensor(normal: [80, characters], using: &generator),
        bias: Tensor(zeros: [characters])))
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    RMSProp(learningRate: 0.005, decay: 0.95)
  }
}
