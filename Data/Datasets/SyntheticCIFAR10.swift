/// Made images in the shape and the format of CIFAR-10, for machines that do not have it.
///
/// Ten classes that a linear model tells apart badly and a network with a hidden layer well. The
/// classes are always the same; the seed decides which images of them are drawn. So all seeds are
/// equally hard, and labels under a seed that is kept secret cannot be looked up. Any `count`
/// images hold each class equally often, give or take one, and begin with those of every smaller
/// `count`.
///
/// Every machine makes the same bytes. 10,000 images take some 0.3 s and 31 MB.
public enum SyntheticCIFAR10 {
  /// Deliberately none of CIFAR-10's: so a folder with made images is never taken for the real one.
  public static let classNames = (0...9).map { "pattern \($0)" }

  /// `count` training images, `[3, 32, 32]` each.
  public static func training(count: Int, seed: UInt64) -> LabeledImages {
    images(count: count, seed: seed, stream: 1)
  }

  /// `count` test images, `[3, 32, 32]` each; none is a training image of any seed.
  public static func test(count: Int, seed: UInt64) -> LabeledImages {
    images(count: count, seed: seed, stream: 2)
  }

  /// Writes both sets in the official layout, as the folder `cifar-10-batches-bin` in `folder`.
  ///
  /// The folder appears when all files are complete. Traps unless there is a training image for
  /// each of the five files, and a test image. Throws `DatasetError.unwritable`, also when
  /// `cifar-10-batches-bin` is already there.
  public static func write(
    to folder: String, trainingCount: Int, testCount: Int, seed: UInt64
  ) throws(DatasetError) {
    let files = RecordFolder.trainingFiles
    guard trainingCount >= files.count, testCount >= 1 else {
      fatalError("write: \(trainingCount) and \(testCount) images cannot fill 5 files and 1 file")
    }
    let target = "\(folder)/\(RecordFolder.name)"
    try FileSystem.makeFolder(folder)
    try FileSystem.checkVacant(target)
    let unfinished = FileSystem.unfinished(target)
    try FileSystem.makeFolder(unfinished)
    let training = training(count: trainingCount, seed: seed)
    for (i, file) in files.enumerated() {
      let range = trainingCount * i / files.count..<trainingCount * (i + 1) / files.count
      try FileSystem.save(training.records(in: range), as: "\(unfinished)/\(file)")
    }
    let test = test(count: testCount, seed: seed)
    try FileSystem.save(
      test.records(in: 0..<testCount), as: "\(unfinished)/\(RecordFolder.testFile)")
    let names = classNames.map { $0 + "\n" }.joined()
    try FileSystem.save(Array(names.utf8), as: "\(unfinished)/\(RecordFolder.classesFile)")
    try FileSystem.renameFolder(unfinished, to: target)
  }

  /// The training images that `write` has written to `folder`, `[3, 32, 32]` each.
  ///
  /// Throws `DatasetError` as `CIFAR10.training(in:)` does, but takes any whole number of records.
  public static func training(in folder: String) throws(DatasetError) -> LabeledImages {
    try records(in: folder).labeledImages(RecordFolder.trainingFiles)
  }

  /// The test images that `write` has written to `folder`, `[3, 32, 32]` each.
  ///
  /// Throws `DatasetError` as `training(in:)` does.
  public static func test(in folder: String) throws(DatasetError) -> LabeledImages {
    try records(in: folder).labeledImages([RecordFolder.testFile])
  }

  private static func records(in folder: String) throws(DatasetError) -> RecordFolder {
    try RecordFolder(
      in: folder, classNames: classNames, size: .positiveMultiple(of: RecordFolder.recordSize))
  }

  private static func images(count: Int, seed: UInt64, stream: UInt64) -> LabeledImages {
    let labels = Draws.labels(count: count, seed: seed, stream: stream)
    let size = RecordFolder.imageSize
    let block = SharedBytes(count: count * size) { memory in
      for (i, label) in labels.enumerated() {
        var draws = Draws(seed: seed, stream: stream, index: i)
        let image = UnsafeMutableRawBufferPointer(rebasing: memory[i * size..<(i + 1) * size])
        SyntheticPictures.shared.paint(label, using: &draws, into: image)
      }
    }
    let images = Images(packed: block, shape: RecordFolder.imageShape)
    return LabeledImages(images: images, labels: labels, classNames: classNames)
  }
}

extension LabeledImages {
  /// The images of `range` in the official format, each behind its label.
  fileprivate func records(in range: Range<Int>) -> [UInt8] {
    var records: [UInt8] = []
    records.reserveCapacity(range.count * RecordFolder.recordSize)
    for i in range {
      records.append(UInt8(labels[i]))
      records += bytes(in: i..<i + 1)
    }
    return records
  }
}
