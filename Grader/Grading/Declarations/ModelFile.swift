import Datasets
import Foundation

/// A trained network, as it may be handed in with the files of an exercise: a file of the format
/// `Safetensors`.
public struct ModelFile: Sendable {
  public var name: String

  /// The most bytes of such a file, and the most numbers that a network may have.
  public var bytes: Int
  public var parameters: Int

  public init(name: String = "model.safetensors", bytes: Int, parameters: Int) {
    self.name = name
    self.bytes = bytes
    self.parameters = parameters
  }

  /// The file of a network that is never handed in, and kept for its pictures.
  public static let forPictures = ModelFile(bytes: 20 << 20, parameters: 5_000_000)

  /// Writes a trained network.
  public func save(_ model: TrainedModel, as path: String) throws(GraderError) {
    do throws(DatasetError) {
      try Safetensors.save(model.tensors, metadata: model.metadata, as: path)
    } catch {
      throw .data(error)
    }
  }

  /// Returns what lies in `folder` as such a file; nil where there is nothing.
  func handedIn(in folder: String) -> HandedInModel? {
    let result = RegularFile.read(name, beneath: folder, limit: bytes)
    return if case .failure(.missing) = result { nil } else { HandedInModel(result) }
  }
}

/// What was found in the place of a trained network.
public struct HandedInModel: Sendable {
  /// Its bytes, or why they were not read.
  let contents: Result<Data, RegularFile.Refusal>

  /// Tells it from others, also where it was not read.
  var digest: String {
    switch contents {
    case .success(let data): Digest(data).description
    case .failure(let refusal): "\(refusal)"
    }
  }

  init(_ contents: Result<Data, RegularFile.Refusal>) {
    self.contents = contents
  }

  /// The tensors in it, by their names.
  ///
  /// - Throws: `RefusedWork` where it cannot be read, or has more than `file` allows.
  public func tensors(of file: ModelFile) throws -> Safetensors {
    switch contents {
    case .success(let data):
      do throws(DatasetError) {
        return try Safetensors(bytes: Array(data), of: file.name)
      } catch {
        throw RefusedWork.unreadModel(error)
      }
    case .failure(let refusal):
      throw RefusedWork.modelFile(file.name, refusal, limit: file.bytes)
    }
  }
}
