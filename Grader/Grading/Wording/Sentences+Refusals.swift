extension Sentences {
  /// Why something was not even tried.
  static func refusal(_ refusal: RefusedWork) -> String {
    switch refusal {
    case .parameters(let count, let limit):
      return "Your network has \(grouped(count)) parameters, and at most \(grouped(limit)) are "
        + "allowed. Make its layers narrower, or take one away."
    case .modelFile(let file, .missing, _):
      return "\(file) is no longer there. Hand it in again."
    case .modelFile(let file, .notRegular, _):
      return "\(file) is no plain file but a link, a folder or a device, and was not read. "
        + "Put the file itself in its place, or leave it out: then your network is trained here."
    case .modelFile(let file, .tooLarge(let bytes), let limit):
      return "\(file) has \(grouped(bytes)) bytes, and at most \(grouped(limit)) are allowed. "
        + "Save its numbers as F32, or make your network smaller."
    case .modelFile(let file, .unreadable(let code), _):
      return "\(file) cannot be read: \(system(code)). 'chmod u+r' on it may cure that."
    case .unreadModel(let error):
      return self.error(error)
    case .otherTensors(let file, let name, isThere: true):
      return "\(file) holds a tensor '\(name.shortened)', which the network in your files does not "
        + "have. \(again)"
    case .otherTensors(let file, let name, isThere: false):
      return "\(file) holds no tensor '\(name.shortened)', which the network in your files has. "
        + again
    case .otherShape(let file, let name, let shape, let expected):
      return
        "In \(file) '\(name.shortened)' has shape \(shape); in the network in your files it is "
        + "\(expected). \(again)"
    case .learntTheTest(let file, let test, let training):
      return "The network in \(file) recognises \(percent(test)) of the images to test on and only "
        + "\(percent(training)) of those to train on. No network that has learnt from the latter "
        + "does that. Train it on them alone, or leave the file out: then it is trained here."
    case .changed(let count, let expected):
      return "After training your network has \(grouped(count)) parameters, before it "
        + "\(grouped(expected)). It has to keep its shape."
    }
  }

  public static func saved(_ path: String) -> String {
    "\(path) holds the trained network. As long as it is there, it is what is graded."
  }

  private static let again =
    "Train it again, or leave the file out: then your network is trained here."

  /// "5,000,000", wherever it is read.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let groups = stride(from: digits.count % 3 - 3, to: digits.count, by: 3).map { start in
      String(digits.dropFirst(max(start, 0)).prefix(start < 0 ? start + 3 : 3))
    }
    return (number < 0 ? "-" : "") + groups.filter { !$0.isEmpty }.joined(separator: ",")
  }
}
