import Datasets

/// What the grader itself, or who calls it, has got wrong. Data only: `Sentences` has the words.
public enum GraderError: Error, Sendable {
  case cannotStart(program: String, errno: Int32)
  case noAnswer(program: String)
  case cannotWrite(path: String, errno: Int32)
  case cannotRead(path: String, errno: Int32)
  case noPackage(searchedFrom: String)
  case noBuiltModules(folder: String)
  case noToolchain
  case noExercise(String, known: [String])
  case noCheck(String, known: [String])
  case noPart(String, known: [String])

  /// A part of the handout, where one check is to be named: those about its file.
  case severalChecks(part: String, file: String, [String])
  case noSubmissions(folder: String)
  case noSubmission(String, known: [String])

  /// Where a submission should be, there is a class.
  case classInside(String, probably: String, exercise: String)
  case noAttempt(Int, of: String, count: Int)
  case noFolder(String)
  case isLink(String)
  case outputAmongSubmissions(String)

  /// The reports in a folder bear grades, and no policy is given.
  case noPolicy(String)

  /// Shares of one class are given different policies.
  case otherPolicy(String)

  /// The grades in a folder are not those of its policy.
  case otherGrades(String)
  case outputInUse(String, process: Int?)
  case otherBatch(journal: String, option: String, kept: String, asked: String)
  case notOurJournal(String)
  case unreadArchive(String, ArchiveProblem)
  case noBatch(String)
  case noShards(String)
  case noSlurm

  /// The words of `sbatch`.
  case slurmRefused(String)
  case otherShards(String, String)
  case unfinishedBatch(String)
  case notOurReport(String)
  case gradebook(String, GradebookProblem)
  /// Why, in sentences.
  case notPacked(exercise: String, [String])
  case notOurArchive(String)
  case noRelease(String, isOwn: Bool)

  /// An update is asked for where the solutions are.
  case updateForAuthors(String)
  case release(String, ReleaseProblem)
  case interrupted
  case batchInterrupted(done: Int, of: Int)
  /// `words` are those of a compiler or a linker that named no line.
  case doesNotCompile(what: String, diagnostics: [Diagnostic], words: [String] = [])
  case compilerStopped(CompilerStop)
  case movedPackage(root: String, builtIn: String)
  case readOnlyPackage(folder: String)
  case badTemporaryFolder(String)
  case noTemporaryFolder(String, errno: Int32)
  case cannotRun(program: String, errno: Int32)
  case referenceEnded(question: String, SubjectEnd)
  /// bubblewrap's own words.
  case sandboxFailed(String)
  case sandboxEnded
  case noSandbox
  case noReference(question: String)
  case notAnswerKey(String)
  case noData(check: String)
  case noTraining(exercise: String)

  case noPictures(exercise: String)

  /// How long it trains is the student's to say, and cannot be said on the command line.
  case ownEpochs(exercise: String)

  /// The exercise has no settings that could be tried at random.
  case noSearch(exercise: String)
  case noSolutions(root: String)
  case edited(files: [String])

  /// - Parameter output: The folder of a batch that drew what the reference fails.
  case referenceFails(check: String, message: String, output: String? = nil)
  case badMistakes(file: String, line: Int, String)
  case badEquivalents(file: String, line: Int)
  case strayStyle(file: String, known: [String])
  case noSuchFile(String, known: [String])
  case noSuchStyle(String, known: [String])
  case badMarkers(file: String, line: Int)
  case badPolicy(path: String, String)
  case policyForNobody(String, known: [String])
  case badCourse(path: String, String)
  case noCommand(String, known: [String])
  case noOption(String, known: [String])
  case wrongUse(String)
  case data(DatasetError)
}
