import Grading

/// The help screens.
enum Help {
  static let commands = [
    "check", "hint", "train", "batch", "export", "similar", "doctor", "bench", "derive", "prove",
    "help",
  ]

  /// Returns the screen of a command, or the one of all.
  static func text(for command: String?) throws(GraderError) -> String {
    switch command {
    case "check": check
    case "hint": hint
    case "train": train
    case "batch": batch
    case "export": export
    case "similar": similar
    case "doctor": doctor
    case "bench": bench
    case "derive": derive
    case "prove": prove
    case nil, "help": overview
    case let word?: throw .noCommand(word, known: commands)
    }
  }

  private static let overview = """
    OVERVIEW: Learn deep learning from the inside: write the layers, and be told which mistake it is.

    USAGE: grader [<command>]

    COMMANDS:
      (none)                  Your progress over all exercises, and what to do next.
      check [<exercise>]      Ask every check of your code: points, and what to try.
      hint <check>            One hint more each time.
      train <exercise>        Run your training and measure its accuracy.
      batch <folder>          Grade a folder of submissions.
      export <folder>         What a batch has found, as others read it: JUnit, Gradescope, Canvas, Moodle.
      similar <folder>        Submissions that have much in common, side by side.
      doctor                  What this machine has, what is missing, and what cures it.
      bench                   Kernels, training and feedback, by what the machine can do.
      derive                  For authors: make stubs, tests and answer keys anew.
      prove <exercise>        For authors: what the checks do not see.
      help <command>          The options of a command.

    EXIT STATUS: 0 all points, 1 points missing, 2 wrong use or a fault of the grader.

    """

  private static let check = """
    OVERVIEW: Ask every check of your code.

    USAGE: grader check [<exercise>] [--only <check>] [--data <folder>] [--json]

    ARGUMENTS:
      <exercise>              Its number, as 05; all exercises without.

    OPTIONS:
      --only <check>          Only the checks whose name contains this, as relu or relu.gradient.
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --json                  The report as JSON on standard output.

    """

  private static let hint = """
    OVERVIEW: One hint more each time.

    USAGE: grader hint <check>

    ARGUMENTS:
      <check>                 Its name, as 05.relu.gradient.

    """

  private static let train = """
    OVERVIEW: Run your training and measure its accuracy.

    USAGE: grader train <exercise> [--data <folder>] [--epochs <n>] [--seed <n>] [--search <n>] [--json]

    ARGUMENTS:
      <exercise>              Its number, as 05.

    OPTIONS:
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --epochs <n>            At most so many epochs.
      --seed <n>              Another start, another order.
      --search <n>            Try so many settings at random, for 3 epochs each or as many as
                              --epochs says, and print a table of what came out.
      --json                  One object on standard output in the end.

    """

  private static let batch = """
    OVERVIEW: Grade a folder of submissions, one folder or archive each.

    USAGE: grader batch <folder> --exercise <exercise> --output <folder> [<options>]

    ARGUMENTS:
      <folder>                The submissions; or what Moodle, Canvas or Gradescope make of them when
                              all are downloaded, as it comes, unpacked or not.

    OPTIONS:
      --exercise <exercise>   Its number, as 05.
      --output <folder>       Where reports, gradebook and pages go.
      --jobs <n>              So many at a time; all cores without.
      --seed <n>              The samples of all checks; without, those of the output, or new ones.
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --policy <file>         Late work, attempts, extra points and rounding, as JSON.
      --sandbox bwrap|none    bubblewrap, without network and without your files, or processes and
                              limits alone; bwrap without.
      --json                  All reports as JSON on standard output.

    Whatever stops it, nothing is lost: the same command goes on, by the same seed. What is graded is
    graded again only where its files, the data, the sandbox or the grader have changed, or the grader
    failed.

    bubblewrap comes with 'sudo apt-get install -y bubblewrap'. It has to be allowed to make user
    namespaces: some systems (user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns)
    and most containers forbid that to all but an administrator. What a sandbox holds, and what not,
    is written in Grader/SECURITY.md.

    EXIT STATUS: 0 all decided, 1 all decided and an archive that was handed in could not be read,
    2 wrong use or a fault of the grader, 130 stopped by Ctrl-C, 143 by kill.

    """

  private static let export = """
    OVERVIEW: Write the results of a batch as others read them.

    USAGE: grader export <folder> --format <format> [--into <path>]
           grader export <folder> --format canvas|moodle --gradebook <file> [--column <title>]
                         [--into <file>]
           grader export --format gradescope-autograder --exercise <exercise> [--into <file>]

    ARGUMENTS:
      <folder>                The batch's --output.

    OPTIONS:
      --format <format>       junit: JUnit XML, a file of the class and one a submission.
                              artemis: JUnit XML as Artemis reads it, a file a submission.
                              gradescope: a results.json a submission.
                              canvas, moodle: points, merged into what the course site exported.
                              gradescope-autograder: the archive that has Gradescope run all this.
      --gradebook <file>      The gradebook that Canvas exported, the worksheet that Moodle exported.
      --column <title>        The column that takes the points, where there are several.
      --into <path>           The folder, or of gradebooks the file; among the results without.

    Nothing is changed but points: of a gradebook every other byte stays.

    EXIT STATUS: 0 all written, 1 of some who handed in there are no points, 2 wrong use or a fault.

    """

  private static let similar = """
    OVERVIEW: Find submissions that have much in common.

    USAGE: grader similar <folder> --exercise <exercise> --output <folder>

    ARGUMENTS:
      <folder>                The submissions, as 'batch' takes them.

    OPTIONS:
      --exercise <exercise>   Its number, as 05.
      --output <folder>       Where similar.html and similar.csv go.

    What was given to all and what more than half of the class have is left out. Names, numbers, texts,
    comments and the order of the parts make no difference. It says where to look, and proves nothing.

    """

  private static let doctor = """
    OVERVIEW: See what this machine has, what is missing, and what cures it.

    USAGE: grader doctor [--data <folder>] [--json]

    OPTIONS:
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --json                  What was found as JSON on standard output.

    EXIT STATUS: 0 all there, 2 something is missing without which nothing works.

    """

  private static let bench = """
    OVERVIEW: Measure kernels, training and feedback, by what this machine can do at best.

    USAGE: grader bench [<exercise>] [--only <group>] [--rounds <n>] [--json]

    ARGUMENTS:
      <exercise>              Whose training, feedback and submissions; all exercises without.

    OPTIONS:
      --only <group>          kernels, training, feedback, growth or submissions. The last grades
                              1,110 of them, once, and is left out unless it is named.
      --rounds <n>            Rounds to take the median of, 5 without.
      --json                  The rows as JSON on standard output.

    Of each work and its limit, measured by turns, the medians are shown. A ratio of 1 is the limit.

    """

  private static let derive = """
    OVERVIEW: For authors: make stubs, students' tests, the handout's table of parts and the answer
    key anew, out of Package.swift, Solutions and the checks.

    USAGE: grader derive [<exercise>]

    ARGUMENTS:
      <exercise>              Its number, as 05; all exercises without.

    A file that somebody has worked in since it was derived is never written over: then nothing is
    written, and the file is named.

    """

  private static let prove = """
    OVERVIEW: For authors: see what the checks of an exercise do not see. Known mistakes should be
    rejected and named; mutants of the solution, each with one line changed by a machine, should not
    pass; right solutions in other styles should.

    USAGE: grader prove <exercise> [--only <file>] [--sample <n>] [<options>]
           grader prove <exercise> [--mistakes] [--styles [--only <style>]] [<options>]

    ARGUMENTS:
      <exercise>              Its number, as 05.

    OPTIONS:
      --mistakes              Only the known mistakes.
      --styles                Only the solution and its styles.
      --only <name>           Only mutants of files, or styles, whose names contain this.
      --sample <n>            So many mutants, drawn by the seed, and the styles; all without.
      --seeds <n>             Grade the solution and each style at so many seeds, 20 without.
      --seed <n>              The samples of all checks; the public ones without.
      --jobs <n>              So many at a time; all cores without.

    A mutant that no check can tell from the solution belongs into equivalent.txt beside the solution,
    with a reason.

    EXIT STATUS: 0 measured, 1 a style was refused, a known mistake was not named, or equivalent.txt is
    wrong, 2 wrong use or a fault of the grader, 130 stopped by Ctrl-C.

    """
}
