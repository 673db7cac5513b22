extension Screen {
  /// A line when the networks of one activation on one set of points are trained.
  public static func playground(_ progress: Playground.Progress) -> String {
    let done = String(progress.done).leftPadded(to: String(progress.count).count)
    let left =
      progress.done < progress.count
      ? "; about \(duration(progress.secondsLeft, roughly: true)) left" : ""
    return "[\(done)/\(progress.count)] \(progress.last.pattern.title), "
      + "\(progress.last.activation.title)\(left)"
  }

  public static func playground(writtenTo file: String) -> String {
    "Open \(file.onOneLine) in a browser: it needs no network."
  }
}
