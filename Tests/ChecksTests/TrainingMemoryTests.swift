import Checks
import Doorway
import Grading
import Testing

@Suite("The memory of a training run")
struct TrainingMemoryTests {
  @Test("Images stay bytes: they become numbers a batch at a time")
  func imagesStayBytes() throws {
    let workshop = try Kept.workshop(of: Catalogue.exercise("05"))
    func peak(images: Int) throws -> Int {
      let settings = Settings05(
        validationImages: 100, hidden: [10], weightDeviation: 0.01, rule: .momentum,
        learningRate: 1e-3, batchSize: 100, epochs: 1, patience: .max, seed: 1)
      let training = Training(on: .synthetic(count: images, seed: 1), settings)
      let subject = try workshop.subject(.reference, .longTraining)
      _ = try subject.ask(.networkTraining, [training], limits: .longTraining)
      return subject.end().peakBytes
    }
    let (few, many) = (2_000, 22_000)
    let bytes = (many - few) * 3072
    let more = try peak(images: many) - peak(images: few)
    // As float32, they would take four times as much.
    #expect((bytes / 2..<bytes * 3 / 2).contains(more), "\(more) bytes more for \(bytes)")
  }
}
