import Datasets
import Doorway
import Foundation
import Synchronization
import Tensors

/// The images to train and to test on, as the trusted side holds them.
///
/// Of CIFAR-10 the subject is told where the training images are. Where the set is real, it sees a folder
/// in which there are only training files. (They are links: a subject that follows them finds the whole
/// set, unless it is in a sandbox.) Of digits it is handed images, with the labels of a few. Test images
/// are sent to it without their labels in either case.
public final class TrainingData: Sendable {
  private let images: ImageData
  private let testSeed: UInt64
  private let folder: ScratchFolder?

  /// Made or read once for all submissions of a batch.
  private let testImages = Mutex<LabeledImages?>(nil)

  private let isChecked = Mutex(false)

  /// - Throws: `GraderError.data` where a folder is named that does not hold the set.
  public init(_ images: ImageData, seed: UInt64) throws(GraderError) {
    self.images = images
    testSeed = Digest("\(seed) for testing").word
    guard case .real(let named, .cifar10) = images else {
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

  /// The set in the folder that `folder`, or else `GRADUS_DATA`, names; the synthetic one where neither
  /// does.
  public static func select(
    _ set: ImageSet = .cifar10, folder: String? = nil, seed: UInt64
  ) throws(GraderError) -> TrainingData {
    let images: ImageData
    do {
      images = try ImageData.select(
        folder: folder ?? ImageData.folderInEnvironment, orElse: synthetic(set, seed))
    } catch {
      throw .data(error)
    }
    return try TrainingData(images, seed: seed)
  }

  /// Images that are made when they are asked for: of CIFAR-10's shape 2,000 to train and 500 to test
  /// on, of digits 4,000 and 1,000.
  public static func synthetic(
    _ set: ImageSet = .cifar10, seed: UInt64
  ) throws(GraderError) -> TrainingData {
    try TrainingData(synthetic(set, seed), seed: seed)
  }

  private static func synthetic(_ set: ImageSet, _ seed: UInt64) -> ImageData {
    let counts = set == .cifar10 ? (2000, 500) : (4000, 1000)
    return .synthetic(
      trainingCount: counts.0, testCount: counts.1, seed: Digest("\(seed) for training").word,
      of: set)
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

  /// Which set it is, and where it lies or what it is made of.
  var identity: String { "\(images)" }

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

  /// What the subject is told to train on, once all records have been looked at. There is nothing to
  /// tell of digits, which are handed to it: `fewLabels`.
  public var source: ImageSource {
    get throws(GraderError) {
      try checkRecords()
      return switch images {
      case .real(_, .cifar10): .folder(folder!.path)
      case .synthetic(let count, _, let seed, .cifar10): .synthetic(count: count, seed: seed)
      case .real(_, .mnist), .synthetic(_, _, _, .mnist):
        fatalError("digits are handed to a subject, which is not told where they are")
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
    guard case .synthetic(_, let count, _, let set) = images else { return try images.test() }
    return set.madeTest(count: count, seed: testSeed)
  }
}

extension TrainingData {
  /// `perClass` of the training images of each class, which keep their labels, and `unlabeled` of the
  /// others, which do not. The seed decides which.
  public func fewLabels(
    perClass: Int, unlabeled: Int, seed: UInt64
  ) throws(GraderError) -> (labeled: LabeledImages, unlabeled: Images) {
    let all = try training()
    var generator = SeededGenerator(seed: seed)
    var left = [Int](repeating: perClass, count: all.classNames.count)
    var (chosen, others): ([Int], [Int]) = ([], [])
    for i in (0..<all.count).shuffled(using: &generator) {
      if left[all.labels[i]] > 0 {
        left[all.labels[i]] -= 1
        chosen.append(i)
      } else if others.count < unlabeled {
        others.append(i)
      }
    }
    return (all.subset(chosen), all.images.subset(others))
  }
}
