import Foundation
import Tensors

#if GRADUS_EDITOR
  import Datasets
  import Exercise05
  import Exercise06

  /// One epoch of exercise 06's own network on CIFAR-10, as its solution trains it: nine tenths of the
  /// images, and a look at the others.
  func timeOwnNetwork(_ rows: inout Rows, folder: String) throws {
    guard rows.wants("network") else { return }
    let images = try CIFAR10.training(in: folder)
    var mine = MyNetwork()
    mine.epochs = 1
    var trained: TrainedNetwork?
    let seconds = Rows.seconds {
      trained = TrainedNetwork(training: mine, on: images, seed: 7)
    }
    rows.append(
      Rows.Row(
        group: "network", name: "epoch of exercise 06's network", seconds: seconds,
        loss: trained?.history.last?.validationLoss, peak: Memory.peak()))
  }
#else
  func timeOwnNetwork(_ rows: inout Rows, folder: String) throws {}
#endif
