/// A set of images with labels, of which there is a real one and one that is made in its shape.
public enum ImageSet: Sendable, Equatable {
  /// `CIFAR10` and `SyntheticCIFAR10`.
  case cifar10

  /// `MNIST` and `SyntheticDigits`.
  case mnist

  func name(isReal: Bool) -> String {
    switch self {
    case .cifar10: isReal ? "CIFAR-10" : "synthetic CIFAR-10"
    case .mnist: isReal ? "MNIST" : "synthetic digits"
    }
  }

  func checkFiles(in folder: String) throws(DatasetError) {
    switch self {
    case .cifar10: try CIFAR10.checkFiles(in: folder)
    case .mnist: try MNIST.check(in: folder)
    }
  }

  func checkRecords(in folder: String) throws(DatasetError) {
    switch self {
    case .cifar10: try CIFAR10.checkRecords(in: folder)
    case .mnist: try MNIST.check(in: folder)
    }
  }

  func training(in folder: String) throws(DatasetError) -> LabeledImages {
    switch self {
    case .cifar10: try CIFAR10.training(in: folder)
    case .mnist: try MNIST.training(in: folder)
    }
  }

  func test(in folder: String) throws(DatasetError) -> LabeledImages {
    switch self {
    case .cifar10: try CIFAR10.test(in: folder)
    case .mnist: try MNIST.test(in: folder)
    }
  }

  /// `count` training images that are made.
  public func madeTraining(count: Int, seed: UInt64) -> LabeledImages {
    switch self {
    case .cifar10: SyntheticCIFAR10.training(count: count, seed: seed)
    case .mnist: SyntheticDigits.training(count: count, seed: seed)
    }
  }

  /// `count` test images that are made.
  public func madeTest(count: Int, seed: UInt64) -> LabeledImages {
    switch self {
    case .cifar10: SyntheticCIFAR10.test(count: count, seed: seed)
    case .mnist: SyntheticDigits.test(count: count, seed: seed)
    }
  }
}
