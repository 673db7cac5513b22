import Datasets
import Foundation

extension Sentences {
  /// What is wrong, where, and what cures it, for whoever runs the grader.
  public static func error(_ error: any Error) -> String {
    switch error {
    case let error as GraderError: sentence(error)
    case let error as DatasetError: sentence(error)
    default: "\(error)"
    }
  }

  private static func sentence(_ error: GraderError) -> String {
    switch error {
    case .cannotWrite(standardOutput, let code):
      return "What was to be printed is lost: standard output cannot be written: \(system(code)). "
        + "Send it elsewhere and run the same command again."
    case .cannotStart(let program, let code):
      return "\(program) cannot be started: \(system(code))."
    case .noAnswer(let program):
      return "\(program) is there but does not work. Install Swift anew: https://swift.org/install."
    case .cannotWrite(let path, ENOSPC):
      return "The disk is full: \(path) could not be written. Nothing that was written before is "
        + "lost; make room and run the same command again."
    case .cannotWrite(let path, EEXIST), .cannotWrite(let path, ENOTDIR):
      return "\(path) is a file, and no folder can be made of it. Name another folder."
    case .cannotWrite(let path, EISDIR):
      return "\(path) is a folder, and a file is to be written there. "
        + "Move it elsewhere and run the same command again."
    case .cannotWrite(let path, let code):
      return "\(path) cannot be written: \(system(code))."
    case .cannotRead(let path, EACCES):
      return "\(path) cannot be read: you have no permission. 'chmod -R u+rX' on it cures that."
    case .cannotRead(let path, let code):
      return "\(path) cannot be read: \(system(code))."
    case .noPackage(let folder):
      return "Gradus' package is neither around this program nor around \(folder). "
        + "Run the grader in the folder of Gradus' Package.swift."
    case .noBuiltModules(let folder):
      return "The modules that submissions are compiled against are not in \(folder). "
        + "Run 'swift build' first, and the grader that it makes."
    case .noToolchain:
      return "No 'swiftc' is on the search path. Install Swift from https://swift.org/install."
    case .noExercise(let name, let known):
      return
        "There is no exercise '\(name)'. There \(known.count == 1 ? "is" : "are") \(list(known))."
    case .noCheck(let name, let known):
      let alike = known.filter { !name.isEmpty && $0.contains(name) }
      guard alike.isEmpty else {
        return "There is no one check '\(name)': there are \(list(alike))."
      }
      let near = nearestCheck(to: name, in: known).map { "Do you mean '\($0)'?" }
      return
        "There is no check '\(name)'. \(near ?? "'\(grader) check NN' shows those of exercise NN.")"
    case .noPart(let part, let known):
      return "There is no part \(part): those of that exercise are \(known.first ?? "") to "
        + "\(known.last ?? "")."
    case .severalChecks(let part, let file, let checks):
      return
        "Part \(part) is in \(file), and the checks of that are \(list(checks)). Name one of them."
    case .noSubmissions(let folder):
      return "There is no submission in \(folder): each is a folder or an archive of its own in it."
    case .noSubmission(let name, let known):
      let near = nearest(to: name, in: known).map { "Do you mean '\($0)'?" }
      return "There is no submission '\(name)' there. \(near ?? "Name a folder or archive in one.")"
    case .classInside, .noAttempt: return intake(error)
    case .noFolder(let path):
      return "There is no folder \(path). Correct the path."
    case .isLink(let path):
      return "\(path) is a link, and may lead to somebody else's work. "
        + "Put the folder itself in its place."
    case .outputAmongSubmissions(let path):
      return "\(path) lies in the folder of submissions, and would be graded as one of them the "
        + "next time. Name another folder for the output."
    case .noPolicy(let path):
      return "The reports in \(path) bear grades, and no policy is given. Give it with --policy as "
        + "before, or name another folder for the output."
    case .otherPolicy, .otherGrades: return policy(error)
    case .outputInUse(let path, let process):
      return "Another grader\(process.map { ", process \($0)," } ?? "") is at work on \(path). "
        + "Wait for its end, or name another folder."
    case .otherBatch(let journal, let option, let kept, let asked):
      return "\(journal) says that this batch has \(option) \(kept), not \(asked). "
        + "Give \(option) \(kept) to go on with it, or name another folder for the output."
    case .notOurJournal(let path):
      return "\(path) is not what a grader has written. Name another folder for the output."
    case .unreadArchive(let path, let problem): return classArchive(path, problem)
    case .noShards, .otherShards, .noSlurm, .slurmRefused: return sharding(error)
    case .notPacked(let exercise, let reasons): return notPacked(exercise, reasons)
    case .notOurArchive(let path): return notOurArchive(path)
    case .noRelease(let path, let isOwn): return noRelease(path, isOwn: isOwn)
    case .updateForAuthors(let root): return updateForAuthors(root)
    case .release(let path, let problem): return release(path, problem)
    case .noBatch, .unfinishedBatch, .notOurReport, .gradebook: return exporting(error)
    case .interrupted:
      return "It was stopped. Run the same command again."
    case .batchInterrupted(let done, let count):
      return "It was stopped when \(done) of \(count) submissions were graded. "
        + "Run the same command again: they stay."
    case .doesNotCompile(let what, let diagnostics, let words):
      let found = diagnostics.map { "\($0.file):\($0.line): \($0.message)" } + words
      return "\(what) does not compile, not even as it was given. 'swift build' says more."
        + found.prefix(3).map { "\n  \($0)" }.joined()
    case .compilerStopped(let stop):
      return self.stop(stop)
    case .movedPackage(let root, let old):
      return "Gradus was built in \(old) and lies in \(root) now. Run "
        + "'rm -r .build && swift build' there: what the compiler has written down holds the old place."
    case .readOnlyPackage(let folder):
      return
        "Nothing can be written in \(folder), where built exercises are kept. Copy Gradus to a "
        + "folder that is yours, and run 'swift build' and the grader there."
    case .badTemporaryFolder(let path):
      return "TMPDIR names \(path), and the Swift compiler fails in folders with '%' or letters "
        + "beyond ASCII in their names. Name another: TMPDIR=/tmp."
    case .noTemporaryFolder(let path, let code):
      return "No temporary folder can be made in \(path): \(system(code)). "
        + "Name one that is there and yours: TMPDIR=/tmp."
    case .cannotRun(let program, let code):
      return "\(program) was built and cannot be started: \(system(code)). Programs may not be run "
        + "where it lies; TMPDIR names another folder."
    case .referenceEnded(let question, let end):
      return "The reference gave no answer to \(question). (Of a student one would say: "
        + "\(self.end(end)))"
    case .sandboxFailed(let words):
      return
        "bubblewrap cannot make a sandbox on this system (\(words)). '\(grader) help batch' says "
        + "what there is to do."
    case .sandboxEnded:
      return "The sandbox was ended by something else on this machine, as the system does when "
        + "memory is short. Run the same command again."
    case .noSandbox:
      return "Strangers' code is run in a sandbox, and bubblewrap is not there. "
        + "\(bubblewrapsCure) Or grade without: --sandbox none."
    case .noReference(let question):
      return "The answer key does not know this \(question), and there are no solutions to ask. "
        + "Run '\(grader) derive' where the solutions are."
    case .notAnswerKey(let path):
      return "\(path) is no answer key of this version of Gradus. Fetch the file again, or run "
        + "'\(grader) derive' where the solutions are."
    case .noData(let check):
      return "\(check) asks for data, and its exercise has none: its plan must say which."
    case .noTraining(let exercise):
      return
        "Exercise \(exercise) has no training to watch. '\(grader) check \(exercise)' asks its "
        + "checks."
    case .noPictures(let exercise):
      return
        "There are no pictures of exercise \(exercise). '\(grader) check \(exercise)' asks its "
        + "checks."
    case .ownEpochs(let exercise):
      return "How long exercise \(exercise) trains is said in its own files. Leave --epochs out."
    case .noSearch(let exercise):
      return
        "Exercise \(exercise) has no settings to try. '\(grader) train \(exercise)' trains with its own."
    case .noSolutions(let root):
      return "There is no \(root)/Solutions to derive from. 'derive' is for the course's authors; "
        + "your own files are as you left them."
    case .edited(let files):
      let them = files.count == 1 ? "it" : "them"
      return "Nothing was written, because somebody has worked in \(list(files)). To have \(them) "
        + "derived anew, move \(them) elsewhere, and run the same command again."
    case .referenceFails(let check, let message, let output):
      let cure =
        output.map {
          "\nNobody was graded. Each output folder has questions of its own: grade into another than "
            + "\($0). Where the reference fails there as well, it or the check is wrong."
        } ?? ""
      return "The reference does not pass \(check), and nobody can be held to what it does not. "
        + message + cure
    case .badMistakes(let file, let line, let reason):
      return "\(file), line \(line): \(reason)."
    case .badEquivalents(let file, let line):
      return
        "\(file), line \(line): expected a file and a reason, as in 'ReLU.swift: at 0 both are "
        + "0', and below them the line as it is ('- …') and as the mutant has it ('+ …')."
    case .strayStyle(let file, let known):
      return "\(file) is in the place of none of the solution's files: \(list(known))."
    case .noSuchFile(let name, let known):
      return "There is nothing to change in a file whose name contains '\(name)'. There are "
        + "\(list(known))."
    case .noSuchStyle(let name, let known):
      return "No style's name contains '\(name)'. There are \(list(known))."
    case .badMarkers(let file, let line):
      return "\(file), line \(line): '// begin' and '// end' must come in turn."
    case .badCourse(let path, let reason), .badPolicy(let path, let reason):
      return "\(path): \(reason)."
    case .policyForNobody(let name, let known):
      return giftForNobody(name, nearest: nearest(to: name, in: known))
    case .noCommand(let name, _) where !name.isEmpty && name.allSatisfy(\.isNumber):
      return "There is no command '\(name)'. Do you mean '\(grader) check \(name)'?"
    case .noCommand(let name, let known):
      let near = nearest(to: name, in: known).map { "Do you mean '\($0)'?" }
      return "There is no command '\(name)'. \(near ?? "'\(grader) help' shows them.")"
    case .noOption(let name, let known):
      let near = nearest(to: name, in: known).map { "Do you mean '\($0)'?" }
      return "There is no option '\(name)'. \(near ?? "'\(grader) help' shows them.")"
    case .wrongUse(let sentence):
      return sentence
    case .data(let error):
      return sentence(error)
    }
  }

  /// Why all hints are shown at once.
  public static func forgetsHints(_ path: String) -> String {
    "\(path) cannot be written, so which hints you have seen is not remembered: here are all."
  }

  /// What stands for the path where it is not a file that cannot be written.
  public static let standardOutput = "standard output"

  private static var bubblewrapsCure: String {
    #if os(Linux)
      "Install it: sudo apt-get install -y bubblewrap."
    #else
      "It is a program of Linux: grade there."
    #endif
  }

  static func system(_ code: Int32) -> String {
    code == 0 ? "the reason is unknown" : String(cString: strerror(code))
  }
}
