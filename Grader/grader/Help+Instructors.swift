/// What is for who grades a class.
extension Help {
  static let batch = """
    OVERVIEW: Grade a folder of submissions, one folder or archive each.

    USAGE: \(grader) batch <folder> --exercise <exercise> --output <folder> [<options>]

    ARGUMENTS:
      <folder>                The submissions; or what Moodle, Canvas or Gradescope make of them when
                              all are downloaded, as it comes, unpacked or not.

    OPTIONS:
      --exercise <exercise>   Its number, as 05.
      --output <folder>       Where reports, gradebook and pages go.
      --jobs <n>              So many at a time; all cores without. With Slurm: in each task, 1 without.
      --seed <n>              The samples of all checks, with a secret of the output that nobody foresees;
                              without, those of the output, or new ones.
      --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
      --policy <file>         Late work, attempts, extra points, rounding, and whether points count that
                              a check gave with a file of ours in the place of a wrong one, as JSON.
      --shard <i>/<n>         The i-th of n shares of the class, which submissions' names decide. All shares
                              may work on one output at the same time; 'merge' puts them together.
      --engine local|slurm    Here, or as an array of jobs of Slurm, a share each, with one that puts all
                              together in the end and submits anew what is missing; local without.
      --shards <n>            With Slurm: so many shares; without, one for each 20 submissions.
      --rounds <n>            With Slurm: submit at most so often, 3 without.
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

  static let merge = """
    OVERVIEW: Put together what the shards of a batch have graded.

    USAGE: \(grader) merge <folder>... [--output <folder>] [<options>]

    ARGUMENTS:
      <folder>                The --output of the shards: one for all, or several.

    OPTIONS:
      --output <folder>       Where all goes; needed where there are several.
      --class <folder>        The submissions, to see that none has changed since it was graded.
      --policy <file>         Another than the shards had, whose own is used without: batch.json keeps it.
      --json                  All reports as JSON on standard output.

    What counts is which reports are there. Where one is missing, or was made with another seed, grader,
    sandbox or data, no gradebook is written, and nothing is lost: grade what is named, and merge again.

    EXIT STATUS: 0 all together, 1 some are not graded yet or an archive that was handed in could not be
    read, 2 wrong use, reports that do not fit together, or a fault of the grader.

    """

  static let export = """
    OVERVIEW: Write the results of a batch as others read them.

    USAGE: \(grader) export <folder> --format <format> [--into <path>]
           \(grader) export <folder> --format canvas|moodle --gradebook <file> [--column <title>]
                         [--into <file>]
           \(grader) export --format gradescope-autograder --exercise <exercise> [--into <file>]

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

    Nothing is changed but points: of a gradebook every other byte stays. Who has a row there and no
    submission is named, and so is who has a submission and no row. Whose archive could not be read has no
    points in any format. Nothing is written among the submissions.

    EXIT STATUS: 0 all written, 1 of some who handed in there are no points, 2 wrong use or a fault.

    """

  static let release = """
    OVERVIEW: Make the students' package: stubs, handouts, what is given, and the grader, without the
    solutions and all that is made of them.

    USAGE: \(grader) release <folder>

    ARGUMENTS:
      <folder>                Where it goes: a new folder, an empty one, or an earlier release, which is
                              replaced where nobody has worked in it. A repository in it stays.

    It is for all students, and needs nothing but the toolchain: 'swift test' there is about the
    exercises alone.

    """

  static let similar = """
    OVERVIEW: Find submissions that have much in common.

    USAGE: \(grader) similar <folder> --exercise <exercise> --output <folder>

    ARGUMENTS:
      <folder>                The submissions, as 'batch' takes them.

    OPTIONS:
      --exercise <exercise>   Its number, as 05.
      --output <folder>       Where similar.html and similar.csv go.

    What was given to all and what more than half of the class have is left out. Names, numbers, texts,
    comments and the order of the parts make no difference. It says where to look, and proves nothing.

    """
}
