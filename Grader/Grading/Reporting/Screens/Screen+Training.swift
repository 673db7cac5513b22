import Doorway
import Foundation

extension Screen {
  /// A line on an epoch, with a bar for the validation accuracy.
  public static func epoch(_ epoch: TrainingProgress) -> String {
    let filled = Int((epoch.validationAccuracy * 40).rounded())
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled)
    return String(
      format: "epoch %2d/%d  training loss %.4f  validation loss %.4f  %@ %.1f %%", epoch.epoch,
      epoch.epochs, epoch.trainingLoss, epoch.validationLoss, bar, epoch.validationAccuracy * 100)
  }
}
