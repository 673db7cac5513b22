/// CIFAR-10 in its official binary format: 60,000 colour images of ten classes of things.
///
/// Alex Krizhevsky, *Learning Multiple Layers of Features from Tiny Images*, 2009.
///
/// In what follows, `folder` either holds the files itself or holds the folder
/// `cifar-10-batches-bin` that does. The files are mapped into memory, not copied: each takes
/// 30.7 MB, which processes share.
public enum CIFAR10 {
  public static let classNames = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]

  /// The names of the files with the training images, in their order.
  public static let trainingFiles = RecordFolder.trainingFiles

  /// The name of the file with the test images.
  public static let testFile = RecordFolder.testFile

  /// The name of the file that lists the classes.
  public static let classesFile = RecordFolder.classesFile

  /// The 50,000 training images, `[3, 32, 32]` each, in the official order.
  ///
  /// Throws `DatasetError` when a folder or file is missing or cannot be read, lists other
  /// classes, is not of 30,730,000 bytes, or has a label above 9.
  public static func training(in folder: String) throws(DatasetError) -> LabeledImages {
    try records(in: folder).labeledImages(trainingFiles)
  }

  /// The 10,000 test images, `[3, 32, 32]` each, in the official order.
  ///
  /// Throws `DatasetError` as `training(in:)` does.
  public static func test(in folder: String) throws(DatasetError) -> LabeledImages {
    try records(in: folder).labeledImages([testFile])
  }

  /// Throws the `DatasetError` that reading would meet, but for labels, without reading images.
  public static func checkFiles(in folder: String) throws(DatasetError) {
    try records(in: folder).checkFiles()
  }

  /// Throws the `DatasetError` that reading would meet, and also where the files are of the right
  /// size but not CIFAR-10's: where images occur twice, or classes are not of equal size.
  ///
  /// Reads all 184 MB, in about a tenth of a second when the system has them at hand.
  public static func checkRecords(in folder: String) throws(DatasetError) {
    try Census(of: records(in: folder)).check()
  }

  private static func records(in folder: String) throws(DatasetError) -> RecordFolder {
    let size = DatasetError.ExpectedSize.exactly(10_000 * RecordFolder.recordSize)
    return try RecordFolder(in: folder, classNames: classNames, size: size)
  }
}
