import Datasets
import Foundation
import Testing

@Suite("The CIFAR-10 reader")
struct CIFAR10Tests {
  let folder: TemporaryFolder

  /// A folder of the right names and sizes, whose images are all black airplanes.
  init() throws {
    folder = try TemporaryFolder()
    let names = CIFAR10.classNames.joined(separator: "\n") + "\n\n"
    try folder.write(Array(names.utf8), to: CIFAR10.classesFile)
    for file in CIFAR10.trainingFiles + [CIFAR10.testFile] {
      try folder.resize(file, to: 30_730_000)
    }
  }

  @Test("reads 50,000 training and 10,000 test images")
  func counts() throws {
    let training = try CIFAR10.training(in: folder.path)
    #expect(training.count == 50_000)
    #expect(training.imageShape == [3, 32, 32])
    #expect(training.classNames == CIFAR10.classNames)
    #expect(try CIFAR10.test(in: folder.path).count == 10_000)
  }

  @Test("reads files in their order, and in a record the label, then red, green and blue by rows")
  func order() throws {
    var image = [UInt8](repeating: 0, count: 3_072)
    image[0] = 10  // red, first row, first column
    image[31] = 20  // red, first row, last column
    image[32] = 30  // red, second row, first column
    image[1_024] = 40  // green, first row, first column
    image[3_071] = 255  // blue, last row, last column
    try folder.overwrite([9] + image, at: 5 * 3_073, of: "data_batch_2.bin")
    let training = try CIFAR10.training(in: folder.path)
    #expect(training.labels[10_005] == 9)
    #expect(training.labels.count { $0 != 0 } == 1)
    let pixels = training.pixels(at: [10_005])
    #expect(pixels.shape == [1, 3, 32, 32])
    #expect(pixels.elementType == .float32)
    #expect(pixels[0, 0, 0, 0] == Double(Float(10) / 255))
    #expect(pixels[0, 0, 0, 31] == Double(Float(20) / 255))
    #expect(pixels[0, 0, 1, 0] == Double(Float(30) / 255))
    #expect(pixels[0, 1, 0, 0] == Double(Float(40) / 255))
    #expect(pixels[0, 2, 31, 31] == 1)
    #expect(training.bytes(in: 10_005..<10_006) == image)
  }

  @Test("finds the official folder inside the one that is named")
  func parent() throws {
    let parent = try TemporaryFolder()
    try FileManager.default.moveItem(
      atPath: folder.path, toPath: "\(parent.path)/cifar-10-batches-bin")
    #expect(try CIFAR10.test(in: parent.path).count == 10_000)
  }

  @Test("refuses a folder that is not there")
  func missingFolder() {
    let missing = folder.path + "/nowhere"
    #expect(throws: DatasetError.missingFolder(missing)) { try CIFAR10.training(in: missing) }
  }

  @Test("refuses a file in the place of a folder")
  func fileAsFolder() {
    let file = folder.path + "/test_batch.bin"
    #expect(throws: DatasetError.missingFolder(file)) { try CIFAR10.test(in: file) }
  }

  @Test("names the file that is missing", arguments: ["data_batch_4.bin", "batches.meta.txt"])
  func missingFile(_ file: String) throws {
    try folder.remove(file)
    let error = DatasetError.missingFile("\(folder.path)/\(file)")
    #expect(throws: error) { try CIFAR10.training(in: folder.path) }
    #expect(throws: error) { try CIFAR10.checkFiles(in: folder.path) }
  }

  @Test("names the file that is of another size", arguments: [0, 3_073, 30_729_999, 33_803_000])
  func wrongSize(_ size: Int) throws {
    try folder.resize("data_batch_5.bin", to: size)
    let error = DatasetError.wrongSize(
      file: "\(folder.path)/data_batch_5.bin", bytes: size, expected: .exactly(30_730_000))
    #expect(throws: error) { try CIFAR10.training(in: folder.path) }
    #expect(throws: error) { try CIFAR10.checkFiles(in: folder.path) }
  }

  @Test("names the file and the record of a label above 9")
  func badLabel() throws {
    try folder.overwrite([10], at: 7 * 3_073, of: "data_batch_3.bin")
    let file = "\(folder.path)/data_batch_3.bin"
    #expect(throws: DatasetError.badLabel(file: file, record: 7, label: 10)) {
      try CIFAR10.training(in: folder.path)
    }
  }

  @Test("finds a set of the right size that is all zeros, when it is to look at the records")
  func zeros() throws {
    let file = "\(folder.path)/data_batch_1.bin"
    #expect(
      throws: DatasetError.repeatedImages(
        file: file, record: 1, original: file, originalRecord: 0, count: 9_999)
    ) { try CIFAR10.checkRecords(in: folder.path) }
    #expect(throws: DatasetError.self) { try ImageData.real(folder: folder.path).checkRecords() }
  }

  @Test("refuses a folder in the place of a file")
  func folderAsFile() throws {
    try folder.remove("test_batch.bin")
    try folder.makeFolder("test_batch.bin")
    let file = "\(folder.path)/test_batch.bin"
    #expect(throws: DatasetError.unreadable(file: file, errno: EISDIR)) {
      try CIFAR10.test(in: folder.path)
    }
  }

  @Test("refuses a pipe, and does not wait for someone to write to it")
  func pipeAsFile() throws {
    try folder.remove("test_batch.bin")
    let file = "\(folder.path)/test_batch.bin"
    #expect(mkfifo(file, 0o600) == 0)
    #expect(throws: DatasetError.unreadable(file: file, errno: EINVAL)) {
      try CIFAR10.test(in: folder.path)
    }
  }

  @Test(
    "says why a file cannot be read",
    .enabled(if: geteuid() != 0, "root may read every file"))
  func permissionDenied() throws {
    let file = "\(folder.path)/test_batch.bin"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    #expect(throws: DatasetError.unreadable(file: file, errno: EACCES)) {
      try CIFAR10.test(in: folder.path)
    }
  }

  @Test("refuses a set that lists other classes")
  func otherClasses() throws {
    try folder.write(Array("apple\naquarium_fish\n".utf8), to: "batches.meta.txt")
    let file = "\(folder.path)/batches.meta.txt"
    let error = DatasetError.otherClasses(file: file, names: ["apple", "aquarium_fish"])
    #expect(throws: error) { try CIFAR10.training(in: folder.path) }
  }
}
