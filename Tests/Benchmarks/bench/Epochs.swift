import Datasets
import Foundation
import Tensors

/// One epoch of a network 3072-200-10 with Adam, on the images, order and first weights that
/// `compare.py` has put into `folder`.
func timeEpochs(_ rows: inout Rows, folder: String) throws {
  guard rows.wants("training") else { return }
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }
  func integers(_ name: String) throws -> [Int] {
    try bytes(name).withUnsafeBytes { Array($0.bindMemory(to: Int.self)) }
  }
  func weights(_ name: String, _ shape: [Int]) throws -> Tensor {
    try bytes(name).withUnsafeBytes { Tensor(shape: shape, bytes: $0, elementType: .float64) }
  }
  let images = try bytes("images").withUnsafeBytes { Images(copying: $0, shape: [3, 32, 32]) }
  let (labels, order) = (try integers("labels"), try integers("order"))
  let first = try [
    weights("w1", [3072, 200]), Tensor(zeros: [200]), weights("w2", [200, 10]), Tensor(zeros: [10]),
  ]
  for (typeName, type) in types {
    var loss = 0.0
    let seconds = Rows.seconds {
      var parameters = first.map { $0.converted(to: type) }
      var optimizers = parameters.map { Adam(like: $0) }
      for start in stride(from: 0, to: order.count, by: 256) {
        let batch = Array(order[start..<min(start + 256, order.count)])
        let x = images.pixels(at: batch).reshaped(to: [batch.count, -1]).converted(to: type)
        let gradients = step(parameters, x, batch.map { labels[$0] }, &loss)
        for i in parameters.indices { optimizers[i].move(&parameters[i], along: gradients[i]) }
      }
    }
    rows.append(
      Rows.Row(
        group: "training", name: "epoch of 3072-200-10 with Adam \(typeName)", seconds: seconds,
        loss: loss))
  }
}

/// The gradients of the cross-entropy of one batch, and its loss.
private func step(
  _ parameters: [Tensor], _ x: Tensor, _ labels: [Int], _ loss: inout Double
) -> [Tensor] {
  let count = Double(labels.count)
  let hidden = max(x.matmul(parameters[0]) + parameters[1], 0)
  let logits = hidden.matmul(parameters[2]) + parameters[3]
  let shifted = logits - logits.max(along: 1, keepingAxis: true)
  let powers = exp(shifted)
  let totals = powers.sum(along: 1, keepingAxis: true)
  loss = -(shifted - log(totals)).gathered(at: labels, along: 1).sum() / count
  let upstream = (powers / totals - Tensor(oneHot: labels, count: 10)) / count
  let inner = upstream.matmul(parameters[2].transposed()).replacing(with: 0, where: hidden .<= 0)
  return [
    x.transposed().matmul(inner), inner.sum(along: 0),
    hidden.transposed().matmul(upstream), upstream.sum(along: 0),
  ]
}
