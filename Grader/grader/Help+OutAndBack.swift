/// What goes out to students and comes back.
extension Help {
  static let submit = """
    OVERVIEW: Check an exercise, and pack exactly what is graded of it.

    USAGE: \(grader) submit <exercise> [--output <file>] [--data <folder>] [--anyway]

    ARGUMENTS:
      <exercise>              Its number, as 05.

    OPTIONS:
      --output <file>         The archive; submission-05.zip without.
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --anyway                Pack a file that does not compile, too. It counts as if nothing of it were
                              written; without this it is only named.

    Points that are missing keep nobody from handing in. What would be refused where it is graded is not
    packed: a file that is missing or too large, a network that is.

    EXIT STATUS: 0 packed, 1 not packed, and why, 2 wrong use or a fault of the grader.

    """

  static let update = """
    OVERVIEW: Bring a new version of the course, and leave your work as it is.

    USAGE: \(grader) update <release>

    ARGUMENTS:
      <release>               The new students' package: its folder, or the archive that you downloaded.

    What you have not touched is renewed. A file that you have written stays; where there is a new stub,
    it comes beside it as NAME.new. Where you have changed a file of ours, what you had goes to
    NAME.yours. Nothing of yours is written over, and it says what it did.

    """
}
