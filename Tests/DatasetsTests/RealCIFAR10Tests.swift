import Datasets
import Testing

@Suite(
  "The real CIFAR-10",
  .enabled(if: ImageData.folderInEnvironment != nil, "GRADUS_DATA names no folder with it"))
struct RealCIFAR10Tests {
  let folder = ImageData.folderInEnvironment ?? ""

  @Test("has 5,000 training images of each class")
  func training() throws {
    let training = try CIFAR10.training(in: folder)
    #expect(training.count == 50_000)
    #expect(training.countsByClass == Array(repeating: 5_000, count: 10))
  }

  @Test("has 1,000 test images of each class")
  func test() throws {
    let test = try CIFAR10.test(in: folder)
    #expect(test.count == 10_000)
    #expect(test.countsByClass == Array(repeating: 1_000, count: 10))
  }

  @Test("has no image twice, and is accepted")
  func records() throws {
    #expect(throws: Never.self) { try CIFAR10.checkRecords(in: folder) }
  }

  @Test("has the means and deviations that are usually quoted")
  func statistics() throws {
    let statistics = try CIFAR10.training(in: folder).channelStatistics()
    for (mean, quoted) in zip(statistics.mean.scalars, [0.4914, 0.4822, 0.4465]) {
      #expect(abs(mean - quoted) < 0.00005)
    }
    for (deviation, quoted) in zip(statistics.deviation.scalars, [0.2470, 0.2435, 0.2616]) {
      #expect(abs(deviation - quoted) < 0.00005)
    }
  }

  @Test("is what the environment's folder selects")
  func selection() throws {
    let data = try ImageData.select(orElse: .synthetic(trainingCount: 5, testCount: 1, seed: 1))
    #expect(data == .real(folder: folder))
    #expect(data.name == "CIFAR-10")
    #expect(try data.test().classNames[3] == "cat")
  }
}

extension LabeledImages {
  var countsByClass: [Int] {
    classNames.indices.map { name in labels.count { $0 == name } }
  }
}
