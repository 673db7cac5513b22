import Doorway
import Exercise03
import Foundation
import Tensors

func answerReaders(_ answers: inout Doorway.Answers) {
  answers.to(.cifarRecords) { (run, _) in
    try withTemporaryFolder { folder in
      // Whoever sorts the names turns the order round.
      let paths = try run.order.map { number in
        let name = "batch_\(99 - number).bin"
        return run.files.indices.contains(number)
          ? try folder.write(run.files[number], to: name) : "\(folder.path)/\(name)"
      }
      do {
        return samples(of: try CIFARRecords(files: paths), at: run.indices)
      } catch {
        var samples = ReadSamples()
        samples.refusal = Refusal(error, paths)
        return samples
      }
    }
  }
  answers.to(.netpbmImages) { files in
    DecodedImages(files.images.map { try? Netpbm.image(from: Array($0.data)) })
  }
  answers.to(.netpbmHeaders) { files in
    DecodedHeaders(
      files.images.map { bytes in
        (try? Netpbm.header(of: Array(bytes.data))).map {
          Tensor([$0.channels, $0.width, $0.height, $0.start])
        }
      })
  }
  answers.to(.imageFolder) { (run, _) in
    try withTemporaryFolder { folder in
      for path in run.emptyFolders { try folder.make(path) }
      for file in run.files { _ = try folder.write(file.bytes, to: file.path) }
      guard let images = try? ImageFolder(folder.path + (run.isMissing ? "/none" : "")) else {
        var content = FolderContent()
        content.isRefused = true
        return content
      }
      let all = run.countsOnly ? [] : Array(0..<images.count)
      for file in run.rewritten { _ = try folder.write(file.bytes, to: file.path) }
      var content = FolderContent(
        classNames: images.classNames, samples: samples(of: images, at: all))
      for file in run.rewrittenLater { _ = try folder.write(file.bytes, to: file.path) }
      if !run.rewrittenLater.isEmpty { content.later = samples(of: images, at: all).images }
      return content
    }
  }
  answers.to(.inMemory) { given in
    let dataset = CountedSamples(given.images, labels: given.labels)
    let kept = InMemory(dataset)
    let meanwhile = dataset.asked
    let samples = samples(of: kept, at: Array(0..<kept.count))
    return KeptSamples(
      asksMeanwhile: meanwhile, asksAfterwards: dataset.asked - meanwhile, samples: samples)
  }
}

private func samples(of dataset: some Dataset, at indices: [Int]) -> ReadSamples {
  var read = ReadSamples()
  read.count = dataset.count
  // One that lacks samples is told by their number, and not by a trap.
  for index in indices where index < read.count {
    let sample = dataset.sample(at: index)
    read.images.append(sample.image)
    read.labels.append(sample.label)
  }
  return read
}

extension Refusal {
  fileprivate init(_ error: any Error, _ paths: [String]) {
    switch error {
    case DataError.wrongSize(let file, let bytes):
      self.init(.wrongSize, file: paths.firstIndex(of: file) ?? -1, number: bytes)
    case DataError.badLabel(let file, let record, let label):
      self.init(
        .badLabel, file: paths.firstIndex(of: file) ?? -1, record: record, number: label)
    case DataError.notAnImage: self.init(.notAnImage)
    default: self.init(.other)
    }
  }
}

/// A folder of this process's own, where the system or the grader has said that it may write. Its name is
/// the same in each run: a student's error may say it, and then it stands in the report.
private struct TemporaryFolder {
  let path: String

  init() throws {
    let parent = URL(fileURLWithPath: NSTemporaryDirectory()).path
    // In the tests' own process others may have made some there.
    for number in 1...999 {
      let path = "\(parent)/gradus-files-\(number)"
      if mkdir(path, 0o700) == 0 {
        self.path = path
        return
      }
    }
    throw CocoaError(.fileWriteUnknown)
  }

  func make(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func write(_ bytes: Bytes, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try make(name.split(separator: "/").dropLast().joined(separator: "/"))
    try bytes.data.write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// The folder is gone when `body` is done. Where the student's code ends the process, it goes with the
/// process's own scratch folder, in which it lies.
private func withTemporaryFolder<R>(_ body: (TemporaryFolder) throws -> R) throws -> R {
  let folder = try TemporaryFolder()
  defer { try? FileManager.default.removeItem(atPath: folder.path) }
  return try body(folder)
}
