import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise03

  /// One epoch of CIFAR-10 by the loader of exercise 03: shuffled, mirrored, normalised, in batches of
  /// 128. The exercises are there where the package is built with `GRADUS_EDITOR=1`, and finished with
  /// `GRADUS_SOLUTIONS=1`.
  func timeLoader(_ rows: inout Rows, folder: String) throws {
    guard rows.wants("loader") else { return }
    let records = try CIFARRecords(files: (1...5).map { "\(folder)/data_batch_\($0).bin" })
    let loader = DataLoader(
      records, batchSize: 128, shuffles: true,
      transform: Compose([
        HorizontalFlip(),
        Normalize(mean: Tensor([125.3, 123, 113.9]), deviation: Tensor([63, 62.1, 66.7])),
      ]), seed: 7)
    let before = Memory.now()
    var count = 0
    let seconds = Rows.seconds {
      for batch in loader { count += batch.labels.count }
    }
    precondition(count == records.count)
    rows.append(
      Rows.Row(
        group: "loader", name: "epoch of CIFAR-10 in batches of 128", seconds: seconds,
        growth: Memory.peak() - before))
  }
#else
  func timeLoader(_ rows: inout Rows, folder: String) throws {}
#endif
