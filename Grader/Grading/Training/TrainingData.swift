import Datasets
import Doorway
import Foundation
import Synchronization

/// The images to train and to test on, as the trusted side holds them.
///
/// The subject is told where the training images are; test images are sent to it without their
/// labels. Where the set is real, it sees a folder in which there are only training files. (They
/// are links: a subject that follows them finds the whole set, unless it is in a sandbox.)
public final class TrainingData: Sendable {
  private let images: ImageData
  private let testSeed: UInt64
  private let folder: ScratchFolder?

  /// Made or read once for all submissions of a batch.
  private let testImages = Mutex<LabeledImages?>(nil)

  private let isChecked = Mutex(false)

  /// - Throws: `GraderError.data` where a folder is named that does not hold CIFAR-10.
  public init(_ images: ImageData, seed: UInt64) throws(GraderError) {
    self.images = images
    testSeed = Digest("\(seed) for testing").word
    guard case .real(let named) = images else {
      folder = nil
      return
    }
    folder = try ScratchFolder()
    let inner = "\(named)/cifar-10-batches-bin"
    let real = FileManager.default.fileExists(atPath: inner) ? inner : named
    for file in CIFAR10.trainingFiles + [CIFAR10.classesFile] {
      let target = URL(fileURLWithPath: "\(real)/\(file)").path
      do {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder!.path)/\(file)", withDestinationPath: target)
      } catch {
        throw .cannotWrite(path: "\(folder!.path)/\(file)", errno: errno)
      }
    }
  }

  /// The set that `folder`, or else `GRADUS_DATA`, names; the synthetic one where neither does.
  public static func select(folder: String? = nil, seed: UInt64) throws(GraderError) -> TrainingData
  {
    let images: ImageData
    do {
      images = try ImageData.select(
        folder: folder ?? ImageData.folderInEnvironment, orElse: syntheticImages(seed))
    } catch {
      throw .data(error)
    }
    return try TrainingData(images, seed: seed)
  }

  /// 2,000 training and 500 test images that are made when they are asked for.
  public static func synthetic(seed: UInt64) throws(GraderError) -> TrainingData {
    try TrainingData(syntheticImages(seed), seed: seed)
  }

  private static func syntheticImages(_ seed: UInt64) -> ImageData {
    .synthetic(
      trainingCount: 2000, testCount: 500, seed: Digest("\(seed) for training").word)
  }

  /// The files that a subject reads for training: where they lie, and where it is told that they are.
  var trainingFiles: [(path: String, inside: String)] {
    guard let folder else { return [] }
    return (CIFAR10.trainingFiles + [CIFAR10.classesFile]).map { file in
      let link = "\(folder.path)/\(file)"
      return (URL(fileURLWithPath: link).resolvingSymlinksInPath().path, link)
    }
  }

  /// The set's name, for reports.
  public var name: String { images.name }

  public var isReal: Bool {
    if case .real = images { true } else { false }
  }

  /// Looks at every record of a real set, once.
  ///
  /// - Throws: `GraderError.data` where the files are not CIFAR-10's: no one's network is to blame
  ///   for what it learns from those.
  public func checkRecords() throws(GraderError) {
    try isChecked.withLock { (isChecked) throws(GraderError) in
      if isChecked { return }
      do throws(DatasetError) { try images.checkRecords() } catch { throw .data(error) }
      isChecked = true
    }
  }

  /// What the subject is told to train on, once all records have been looked at.
  public var source: ImageSource {
    get throws(GraderError) {
      try checkRecords()
      return switch images {
      case .real: .folder(folder!.path)
      case .synthetic(let count, _, let seed): .synthetic(count: count, seed: seed)
      }
    }
  }

  public func training() throws(GraderError) -> LabeledImages {
    try checkRecords()
    do { return try images.training() } catch { throw .data(error) }
  }

  /// The images to test on. Synthetic ones are drawn by a seed that the subject is not told.
  public func test() throws(GraderError) -> LabeledImages {
    if let made = testImages.withLock({ $0 }) { return made }
    try checkRecords()
    let test: LabeledImages
    do { test = try makeTest() } catch { throw .data(error) }
    testImages.withLock { $0 = test }
    return test
  }

  private func makeTest() throws(DatasetError) -> LabeledImages {
    guard case .synthetic(_, let count, _) = images else { return try images.test() }
    return SyntheticCIFAR10.test(count: count, seed: testSeed)
  }
}
