import Checks
import Datasets
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// The numbers of the handout of exercise 09, computed once more by the reference.
@Suite("The numbers in the handout of exercise 09")
struct Handout09Tests {
  private let handout: Handout

  init() throws { handout = try Handout("09") }

  private func image(_ rows: [[Double]]) -> Tensor {
    Tensor(rows).reshaped(to: [1, 1, rows.count, rows[0].count])
  }

  @Test("The convolution by hand")
  func convolution() throws {
    let input = ConvolutionInput(
      x: image([[1, 2, 0], [0, 1, 3], [2, 0, 1]]), weights: image([[1, -1], [0, 2]]),
      bias: Tensor([1]), window: WindowSettings(2, 2), groups: 1)
    for question in [Question.naiveConvolution, .convolution] {
      #expect(try handout.ask(question, LayerRun([input])).outputs[0].scalars == [2, 9, 0, 1])
    }
    #expect(
      handout.text.contains(" 1  2  0\n 0  1  3      and the kernel    1 -1      give    2  9\n"))
    #expect(handout.text.contains(" 2  0  1                        0  2              0  1\n"))
  }

  @Test("The pools by hand")
  func pools() throws {
    let ties = PoolingInput(image([[1, 5], [5, 5]]), WindowSettings(2, 2))
    let run = LayerRun([ties], waysBack: [WayBack(0, upstream: [image([[2]])])])
    #expect(try handout.ask(.maxPool, run).gradients[0].scalars == [0, 2, 0, 0])
    #expect(handout.text.contains(" 1  5      back:   0  2\n 5  5              0  0\n"))
    let pixel = PoolingInput(image([[8]]), WindowSettings(2, 2, padding: 1))
    #expect(try handout.ask(.averagePool, LayerRun([pixel])).outputs[0].scalars == [2, 2, 2, 2])
  }

  @Test("The first batch of a batch normalisation")
  func firstBatch() throws {
    let x = image([[1, 2], [3, 6]])
    let course = BatchNormCourse(
      [x], x: x, scale: Tensor([1]), shift: Tensor([0]), decay: 0.9, epsilon: 1e-5)
    let state = try handout.ask(.batchNormCourse, LayerRun([course])).outputs[0]
    #expect(abs(state.means[0].scalar - 0.3) < 1e-12)
    #expect(abs(state.variances[0].scalar - 1.25) < 1e-12)
  }

  @Test("The table of receptive fields")
  func fields() throws {
    let pool = WindowSettings(2, 2, stride: 2)
    let three = WindowSettings(3, 3)
    let windows = [three, three, pool, three, pool, three]
    let stacks = windows.indices.map { WindowStack(Array(windows[...$0])) }
    let fields = try handout.ask(.receptiveField, LayerRun(stacks)).outputs.map { $0.scalars }
    #expect(fields.map { $0[0] } == [3, 5, 6, 10, 12, 20])
    for (window, field) in zip(windows, fields) {
      let side = window.height
      #expect(
        handout.text.contains("| \(side) × \(side) | \(window.stride) | \(Int(field[0])) |"))
    }
  }

  @Test("The mean of all faces has a score far below the one that is asked for")
  func meanOfFaces() throws {
    let mean = SyntheticFaces.training(count: 1500, seed: 1).keypoints.mean(along: 0)
    let test = SyntheticFaces.test(count: 300, seed: 2).keypoints
    let error = test - mean
    let score = 1 / (2 * (error * error).mean())
    #expect((14..<17).contains(score), "\(score)")
    #expect(handout.text.contains("has a score of some 15"))
  }

  @Test("The score of the solution on faces that it has not seen")
  func keypoints() throws {
    var scores: [Double] = []
    for seed in 1...3 as ClosedRange<UInt64> {
      let curve = try handout.ask(.keypointTraining, KeypointTraining(count: 1500, seed: seed))
      #expect(curve.trainingLosses.count == 6)
      let faces = SyntheticFaces.test(count: 300, seed: seed)
      let asked = UnlabeledImages(
        shape: faces.images.shape,
        bytes: Bytes(Data(faces.images.bytes(in: 0..<faces.images.count))))
      let error = try handout.ask(.keypoints, asked).converted(to: .float64) - faces.keypoints
      scores.append(1 / (2 * (error * error).mean()))
    }
    #expect(scores.allSatisfy { (300..<420).contains($0) }, "\(scores)")
    #expect(handout.text.contains("has some 360 after six epochs"))
  }
}
