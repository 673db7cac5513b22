import Datasets
import Foundation
import Testing

@Suite("The choice of images")
struct ImageDataTests {
  let synthetic = ImageData.synthetic(trainingCount: 30, testCount: 10, seed: 6)

  @Test("falls on the synthetic set when no folder is named")
  func fallback() throws {
    let data = try ImageData.select(folder: nil, orElse: synthetic)
    #expect(data == synthetic)
    #expect(data.name == "synthetic CIFAR-10")
    #expect(try data.training().count == 30)
    #expect(try data.test().count == 10)
    #expect(try data.test().labels == SyntheticCIFAR10.test(count: 10, seed: 6).labels)
  }

  @Test("never falls back when the folder that is named is wrong", arguments: ["", "/no/such"])
  func wrongFolder(_ folder: String) {
    #expect(throws: DatasetError.missingFolder(folder)) {
      try ImageData.select(folder: folder, orElse: synthetic)
    }
  }

  @Test("never falls back when the folder that is named holds no CIFAR-10")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/batches.meta.txt"
    #expect(throws: DatasetError.missingFile(file)) {
      try ImageData.select(folder: folder.path, orElse: synthetic)
    }
  }

  @Test("follows GRADUS_DATA")
  func environment() async {
    await #expect(processExitsWith: .exitCode(7)) {
      setenv("GRADUS_DATA", "/no/such", 1)
      do {
        _ = try ImageData.select(orElse: .synthetic(trainingCount: 5, testCount: 1, seed: 1))
      } catch DatasetError.missingFolder("/no/such") {
        exit(7)
      }
    }
  }
}
