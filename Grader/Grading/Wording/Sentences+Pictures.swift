extension Sentences {
  /// Where a curve would be.
  static func noCurve(_ exercise: Exercise) -> String {
    "There is no training to show yet. '\(grader) train \(exercise.number)' trains your network and keeps "
      + "its curve; then ask for this page again."
  }

  static let trainsFirst = "Your network is trained for these pictures. That takes up to a minute."

  /// Where the trials of a search would be.
  static func noSearch(_ exercise: Exercise) -> String {
    "There is no search to show yet. '\(grader) train \(exercise.number) --search 12' tries twelve settings "
      + "and keeps what came of them; then ask for this page again."
  }

  /// Where something of a trained network would be.
  static func noNetwork(_ exercise: Exercise) -> String {
    "There is no trained network to show yet. '\(grader) train \(exercise.number)' trains yours and keeps "
      + "it; then ask for this page again."
  }

  /// Why a trained network does not fit what the page shows.
  static func otherData(trained: String, shown: String) -> String {
    "This network was trained on \(trained), and the images here are \(shown). Ask for the page with "
      + "the data that it was trained on."
  }

  /// Where what was kept of a training is to be seen.
  public static func keptForPictures(_ exercise: Exercise) -> String {
    "'\(grader) show \(exercise.number)' shows in pictures what came of it."
  }

  public static func written(_ page: PicturePage, to path: String) -> String {
    page.missing == 0
      ? "\(path) is written. Open it in a browser."
      : "\(path) is written, with \(page.sections.count - page.missing) of \(page.sections.count) "
        + "pictures; in the place of the others it says what is missing. Open it in a browser."
  }
}
