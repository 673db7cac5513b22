/// Handwritten digits: 60,000 images for training and 10,000 for testing, grey, 28 × 28.
///
/// Yann LeCun, Corinna Cortes, Christopher Burges, *The MNIST database of handwritten digits*, 1998.
/// In what follows, `folder` holds the four files, unpacked, or the folder `mnist` that does.
public enum MNIST {
  public static let classNames = (0...9).map { "\($0)" }

  /// The training images, `[1, 28, 28]` each, in the official order.
  ///
  /// Throws `DatasetError` when a folder or file is missing, packed or cut short, is no IDX file of
  /// bytes in the right shape, or has a label above 9.
  public static func training(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).training()
  }

  /// The test images, `[1, 28, 28]` each. Throws `DatasetError` as `training(in:)` does.
  public static func test(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).test()
  }

  /// Throws the `DatasetError` that reading either set would meet.
  public static func check(in folder: String) throws(DatasetError) {
    _ = try training(in: folder)
    _ = try test(in: folder)
  }

  private static func files(in folder: String) throws(DatasetError) -> DigitFiles {
    try DigitFiles(
      in: folder, inner: "mnist", classNames: classNames, counts: (60_000, 10_000))
  }
}

/// Pictures of clothes in files like those of `MNIST`, in `folder` or the folder `fashion-mnist` in it.
///
/// Han Xiao, Kashif Rasul, Roland Vollgraf, *Fashion-MNIST*, 2017.
public enum FashionMNIST {
  public static let classNames = [
    "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag",
    "ankle boot",
  ]

  /// As `MNIST.training(in:)`.
  public static func training(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).training()
  }

  /// As `MNIST.test(in:)`.
  public static func test(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).test()
  }

  private static func files(in folder: String) throws(DatasetError) -> DigitFiles {
    try DigitFiles(
      in: folder, inner: "fashion-mnist", classNames: classNames, counts: (60_000, 10_000))
  }
}
