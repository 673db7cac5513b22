import Datasets
import Foundation
import Tensors

/// What `Tests/Benchmarks/safetensors_proof.py` sets beside Python's package: reads files and writes
/// what was read anew.
///
///     bench --tensor-files FOLDER
///
/// Prints a line of JSON for each file of the folder, in the order of their names: its `file`, and
/// either a `fault`, or `metadata` and `tensors`, each with `name`, `type`, `shape`, and a `fault` or
/// the `float64` numbers of its `entries` in base 64. What was read whole is saved as `FILE.ours`.
struct TensorFiles {
  let folder: String

  private struct Line: Encodable {
    var file: String
    var fault: String?
    var metadata: [String: String]?
    var tensors: [Part]?
  }

  private struct Part: Encodable {
    var name: String
    var type: String
    var shape: [Int]
    var fault: String?
    var entries: Data?
  }

  func run() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      try print(String(decoding: encoder.encode(line(file)), as: UTF8.self))
    }
  }

  private func line(_ file: String) -> Line {
    let path = "\(folder)/\(file)"
    do throws(DatasetError) {
      let read = try Safetensors(reading: path)
      let parts = read.entries.map { entry in part(entry, of: read) }
      if parts.allSatisfy({ $0.fault == nil }) {
        try Safetensors.save(read.tensors(), metadata: read.metadata, as: "\(path).ours")
      }
      return Line(file: file, metadata: read.metadata, tensors: parts)
    } catch {
      return Line(file: file, fault: "\(error)")
    }
  }

  private func part(_ entry: Safetensors.Entry, of file: Safetensors) -> Part {
    var part = Part(name: entry.name, type: entry.type.rawValue, shape: entry.shape)
    do throws(DatasetError) {
      let tensor = try file.tensor(named: entry.name).converted(to: .float64)
      part.entries = tensor.withRawBytes { Data($0) }
    } catch {
      part.fault = "\(error)"
    }
    return part
  }
}
