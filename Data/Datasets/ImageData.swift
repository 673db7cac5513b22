/// Which images to train and to test on.
public enum ImageData: Sendable, Equatable {
  /// CIFAR-10, in a folder as `CIFAR10` reads it.
  case real(folder: String)

  /// `SyntheticCIFAR10`, made when it is asked for.
  case synthetic(trainingCount: Int, testCount: Int, seed: UInt64)

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
  /// `DatasetError` unless all files of CIFAR-10 are there, of the right size.
  public static func select(
    folder: String? = folderInEnvironment, orElse synthetic: ImageData
  ) throws(DatasetError) -> ImageData {
    guard let folder else { return synthetic }
    try CIFAR10.checkFiles(in: folder)
    return .real(folder: folder)
  }

  /// Throws unless the real set is what it claims to be: `CIFAR10.checkRecords(in:)`.
  public func checkRecords() throws(DatasetError) {
    guard case .real(let folder) = self else { return }
    try CIFAR10.checkRecords(in: folder)
  }

  /// What reports call the set.
  public var name: String {
    switch self {
    case .real: "CIFAR-10"
    case .synthetic: "synthetic CIFAR-10"
    }
  }

  /// The training images, `[3, 32, 32]` each. Throws when the real set cannot be read.
  public func training() throws(DatasetError) -> LabeledImages {
    switch self {
    case .real(let folder): try CIFAR10.training(in: folder)
    case .synthetic(let count, _, let seed): SyntheticCIFAR10.training(count: count, seed: seed)
    }
  }

  /// The test images, `[3, 32, 32]` each. Throws when the real set cannot be read.
  public func test() throws(DatasetError) -> LabeledImages {
    switch self {
    case .real(let folder): try CIFAR10.test(in: folder)
    case .synthetic(_, let count, let seed): SyntheticCIFAR10.test(count: count, seed: seed)
    }
  }
}
