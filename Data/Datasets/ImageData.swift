/// Which images to train and to test on.
public enum ImageData: Sendable, Equatable {
  /// A real set, in a folder as `CIFAR10` or `MNIST` reads it.
  case real(folder: String, of: ImageSet = .cifar10)

  /// One in its shape, made when it is asked for.
  case synthetic(trainingCount: Int, testCount: Int, seed: UInt64, of: ImageSet = .cifar10)

  /// The set that it is, or that it is made after.
  public var set: ImageSet {
    switch self {
    case .real(_, let set), .synthetic(_, _, _, let set): set
    }
  }

  /// What the environment variable `GRADUS_DATA` says, or nil when it is not set, or empty: so one
  /// takes back for one command what a profile sets.
  public static var folderInEnvironment: String? {
    FileSystem.environment("GRADUS_DATA").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether `GRADUS_DATA` is set, and says nothing.
  public static var isEmptyInEnvironment: Bool { FileSystem.environment("GRADUS_DATA") == "" }

  /// The real set when a folder is named, by the environment unless by `folder`; else `synthetic`.
  ///
  /// A folder that is named but wrong is an error, never a reason to take `synthetic`: throws
  /// `DatasetError` unless all files of the set are there, of the right size.
  public static func select(
    folder: String? = folderInEnvironment, orElse synthetic: ImageData
  ) throws(DatasetError) -> ImageData {
    guard let folder else { return synthetic }
    try synthetic.set.checkFiles(in: folder)
    return .real(folder: folder, of: synthetic.set)
  }

  /// Throws unless the real set is what it claims to be, as far as that can be seen: for CIFAR-10, see
  /// `CIFAR10.checkRecords(in:)`.
  public func checkRecords() throws(DatasetError) {
    guard case .real(let folder, let set) = self else { return }
    try set.checkRecords(in: folder)
  }

  /// What reports call the set.
  public var name: String {
    switch self {
    case .real(_, let set): set.name(isReal: true)
    case .synthetic(_, _, _, let set): set.name(isReal: false)
    }
  }

  /// The training images. Throws when the real set cannot be read.
  public func training() throws(DatasetError) -> LabeledImages {
    switch self {
    case .real(let folder, let set): try set.training(in: folder)
    case .synthetic(let count, _, let seed, let set): set.madeTraining(count: count, seed: seed)
    }
  }

  /// The test images. Throws when the real set cannot be read.
  public func test() throws(DatasetError) -> LabeledImages {
    switch self {
    case .real(let folder, let set): try set.test(in: folder)
    case .synthetic(_, let count, let seed, let set): set.madeTest(count: count, seed: seed)
    }
  }
}
