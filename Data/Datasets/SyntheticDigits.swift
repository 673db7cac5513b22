/// Made digits in the shape and the format of MNIST, for machines that do not have it.
///
/// Ten classes that a linear model tells apart eight or nine times in ten. The digits are always the
/// same; the seed decides how each is bent, moved and blurred. Any `count` images hold each class
/// equally often, give or take one, and begin with those of every smaller `count`. Every machine
/// makes the same bytes.
public enum SyntheticDigits {
  public static let classNames = MNIST.classNames
  private static let folderName = "synthetic-digits"

  /// `count` training images, `[1, 28, 28]` each.
  public static func training(count: Int, seed: UInt64) -> LabeledImages {
    images(count: count, seed: seed, stream: 3)
  }

  /// `count` test images, `[1, 28, 28]` each; none is a training image of any seed.
  public static func test(count: Int, seed: UInt64) -> LabeledImages {
    images(count: count, seed: seed, stream: 4)
  }

  /// Writes both sets as four IDX files, in the folder `synthetic-digits` in `folder`.
  ///
  /// The folder appears when all files are complete. Throws `DatasetError.unwritable`, also when it
  /// is already there.
  public static func write(
    to folder: String, trainingCount: Int, testCount: Int, seed: UInt64
  ) throws(DatasetError) {
    let target = "\(folder)/\(folderName)"
    try FileSystem.makeFolder(folder)
    try FileSystem.checkVacant(target)
    let unfinished = FileSystem.unfinished(target)
    try FileSystem.makeFolder(unfinished)
    let sets = [
      (training(count: trainingCount, seed: seed), DigitFiles.training),
      (test(count: testCount, seed: seed), DigitFiles.test),
    ]
    for (set, names) in sets {
      let images = IDX.file(
        of: set.bytes(in: 0..<set.count), shape: [set.count] + DigitFiles.imageShape.dropFirst())
      let labels = IDX.file(of: set.labels.map { UInt8($0) }, shape: [set.count])
      try FileSystem.save(images, as: "\(unfinished)/\(names.images)")
      try FileSystem.save(labels, as: "\(unfinished)/\(names.labels)")
    }
    try FileSystem.renameFolder(unfinished, to: target)
  }

  /// The training images that `write` has written to `folder`, `[1, 28, 28]` each.
  ///
  /// Throws `DatasetError` as `MNIST.training(in:)` does, but takes any number of images.
  public static func training(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).training()
  }

  /// The test images that `write` has written to `folder`, `[1, 28, 28]` each.
  ///
  /// Throws `DatasetError` as `training(in:)` does.
  public static func test(in folder: String) throws(DatasetError) -> LabeledImages {
    try files(in: folder).test()
  }

  private static func files(in folder: String) throws(DatasetError) -> DigitFiles {
    try DigitFiles(in: folder, inner: folderName, classNames: classNames, counts: nil)
  }

  private static func images(count: Int, seed: UInt64, stream: UInt64) -> LabeledImages {
    let labels = Draws.labels(count: count, seed: seed, stream: stream)
    let size = DigitFiles.imageShape.reduce(1, *)
    let block = SharedBytes(count: count * size) { memory in
      for (i, label) in labels.enumerated() {
        var draws = Draws(seed: seed, stream: stream, index: i)
        let image = UnsafeMutableRawBufferPointer(rebasing: memory[i * size..<(i + 1) * size])
        DigitPictures.paint(label, using: &draws, into: image)
      }
    }
    return LabeledImages(
      images: Images(packed: block, shape: DigitFiles.imageShape), labels: labels,
      classNames: classNames)
  }
}
