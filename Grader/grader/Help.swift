import Grading

/// The help screens.
enum Help {
  static let commands = [
    "check", "hint", "explain", "show", "train", "playground", "submit", "update", "batch", "merge",
    "export", "similar", "release", "doctor", "bench", "derive", "prove", "help",
  ]

  /// Returns the screen of a command, or the one of all.
  static func text(for command: String?) throws(GraderError) -> String {
    switch command {
    case "check": check
    case "hint": hint
    case "explain": explain
    case "show": show
    case "train": train
    case "playground": playground
    case "submit": submit
    case "update": update
    case "batch": batch
    case "merge": merge
    case "export": export
    case "similar": similar
    case "release": release
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

    USAGE: \(grader) [<command>]

    COMMANDS:
      (none)                  Your progress over all exercises, and what to do next.
      check [<exercise>]      Ask every check of your code: points, and what to try.
      hint <check>            One hint more each time.
      explain <check>         The smallest case that your code gets wrong, number by number.
      show <exercise>         Pictures of your data, network and training, in a page.
      train <exercise>        Run your training and measure its accuracy.
      playground              Your layers of exercise 05 learn shapes in the plane: a page to play with.
      submit <exercise>       Check an exercise, and pack what is graded of it.
      update <release>        A new version of the course, around your work.
      batch <folder>          Grade a folder of submissions.
      merge <folder>...       Put together what several graders have left of one class.
      export <folder>         What a batch has found, as others read it: JUnit, Gradescope, Canvas, Moodle.
      similar <folder>        Submissions that have much in common, side by side.
      release <folder>        The students' package: no solution in it.
      doctor                  What this machine has, what is missing, and what cures it.
      bench                   Kernels, training and feedback, by what the machine can do.
      derive                  For authors: make stubs, tests and answer keys anew.
      prove <exercise>        For authors: what the checks do not see.
      help <command>          The options of a command.

    EXIT STATUS: 0 all points, 1 points missing, 2 wrong use or a fault of the grader.

    """

  private static let check = """
    OVERVIEW: Ask every check of your code.

    USAGE: \(grader) check [<exercise>] [--only <check>] [--data <folder>] [--json|--markdown]
           \(grader) check <exercise> --watch [--only <check>] [--data <folder>]
           \(grader) check <exercise> --submission <path> [--attempt <n>] [--batch <folder>] [<options>]

    ARGUMENTS:
      <exercise>              Its number, as 05; all exercises without. Or what is said behind --only.

    OPTIONS:
      --only <check>          Only the checks whose name contains this, as relu or relu.gradient; those of a
                              file, as ReLU.swift, or of a part of the handout, as 5.3.
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --json                  The report as JSON on standard output.
      --markdown              The report as a table of Markdown.
      --watch                 Check again whenever a file of the exercise is saved, until Ctrl-C.
      --submission <path>     For instructors: a submission in the folder of its class, in place of your
                              own work, in a sandbox unless there is --sandbox none.
      --attempt <n>           The n-th of its attempts, from 1; the one that counts without.
      --batch <folder>        The --output of its batch: all is drawn as then, and where a verdict is another
                              than in the report there, both are shown.
      --seed <n>              Other samples; the public ones without.

    """

  private static let hint = """
    OVERVIEW: One hint more each time.

    USAGE: \(grader) hint <check>

    ARGUMENTS:
      <check>                 Its name, as 05.relu.gradient.

    """

  private static let explain = """
    OVERVIEW: See the smallest case that your code gets wrong: what went in, what came back, and what
    should have.

    USAGE: \(grader) explain <check> [--data <folder>]

    ARGUMENTS:
      <check>                 Its name, as 05.relu.gradient.

    OPTIONS:
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.

    """

  private static let show = """
    OVERVIEW: See your data, your network and its last training, in a page of pictures.

    USAGE: \(grader) show <exercise> [--data <folder>] [--output <file>]

    ARGUMENTS:
      <exercise>              Its number, as 05.

    OPTIONS:
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --output <file>         The page, reports/show-05.html without. It needs no other file.

    The pictures are made by your code, and of what '\(grader) train' has kept of the last
    training. What is not written yet is named in the place of its picture.

    EXIT STATUS: 0 the page is written, 2 wrong use, no pictures, or a fault of the grader.

    """

  private static let train = """
    OVERVIEW: Run your training and measure its accuracy.

    USAGE: \(grader) train <exercise> [--data <folder>] [--epochs <n>] [--seed <n>] [--search <n>] [--json]

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

  private static let playground = """
    OVERVIEW: Train your own layers of exercise 05 on points of the plane, with many settings, and write
    a page that shows how each network learns: the border between two classes as it forms, the hidden
    units, the loss. It opens in any browser and needs no network.

    USAGE: \(grader) playground [--output <file>] [--seed <n>]

    OPTIONS:
      --output <file>         The page, playground.html without; its name ends in .html.
      --seed <n>              Other points and other starts.

    EXIT STATUS: 0 written, 1 exercise 05 is not far enough: the part is named, 2 wrong use or a fault of
    the grader.

    """

  private static let doctor = """
    OVERVIEW: See what this machine has, what is missing, and what cures it.

    USAGE: \(grader) doctor [--data <folder>] [--json]

    OPTIONS:
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --json                  What was found as JSON on standard output.

    EXIT STATUS: 0 all there, 2 something is missing without which nothing works.

    """

  private static let bench = """
    OVERVIEW: Measure kernels, training and feedback, by what this machine can do at best.

    USAGE: \(grader) bench [<exercise>] [--only <group>] [--rounds <n>] [--json]

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

    USAGE: \(grader) derive [<exercise>]

    ARGUMENTS:
      <exercise>              Its number, as 05; all exercises without.

    A file that somebody has worked in since it was derived is never written over: then nothing is
    written, and the file is named.

    """

  private static let prove = """
    OVERVIEW: For authors: see what the checks of an exercise do not see. Known mistakes should be
    rejected and named; mutants of the solution, each with one line changed by a machine, should not
    pass; right solutions in other styles should.

    USAGE: \(grader) prove <exercise> [--only <file>] [--sample <n>] [<options>]
           \(grader) prove <exercise> [--mistakes] [--styles [--tolerances] [--only <style>]] [<options>]

    ARGUMENTS:
      <exercise>              Its number, as 05, or all: one after the other, and one table.

    OPTIONS:
      --mistakes              Only the known mistakes.
      --styles                Only the solution and its styles.
      --only <name>           Only mutants of files, or styles, whose names contain this.
      --sample <n>            So many mutants, drawn by the seed, and the styles; all without.
      --tolerances            With --styles: how near each check's right answers come to what is refused.
      --quick                 Leave out the checks that train for minutes; what they alone see lives.
      --seeds <n>             Grade styles at so many seeds, 20 without, and known mistakes, 3 without.
      --seed <n>              The samples of all checks; the public ones without.
      --jobs <n>              So many at a time; all cores without.

    A mutant that no check can tell from the solution belongs into equivalent.txt beside the solution,
    with a reason.

    EXIT STATUS: 0 measured, 1 a style was refused or is too near to it, a known mistake was not named,
    of all mutants less than 98 % were killed, or equivalent.txt is wrong, 2 wrong use or a fault of
    the grader, 130 stopped by Ctrl-C.

    """
}
