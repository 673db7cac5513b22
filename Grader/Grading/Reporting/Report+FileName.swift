import Datasets
import Foundation

extension Report {
  /// The submission's name where it has its place in a line.
  var shownName: String { submission.onOneLine }

  var fileName: String { Self.fileName(of: submission) }

  /// What the files about a submission are called, without their endings: the submission's name
  /// where any file system takes it, else as much of it as may stay, and a digest.
  ///
  /// A submission's folder may bear any name. Two names never give the same: the sign before the
  /// digest is not among those that may stay.
  static func fileName(of submission: String) -> String {
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_.,+=@() "))
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in submission.unicodeScalars {
      // 255 bytes is what a name may have on most systems, and endings are still to come.
      length += String(scalar).utf8.count
      guard length <= 200 else { break }
      let isHarmless =
        allowed.contains(scalar) && !(kept.isEmpty && (scalar == "." || scalar == "-"))
      kept.append(isHarmless ? scalar : "_")
    }
    let name = String(kept)
    guard name.isEmpty || !name.utf8.elementsEqual(submission.utf8) else { return name }
    return "\(name)~\(Digest(submission).description.prefix(16))"
  }

  /// The address of the student's page, seen from the folder of these pages.
  var link: String {
    let unreserved = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")
    let file = "\(fileName).html"
    return file.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
}
