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
  case noSubmissions(folder: String)
  case noFolder(String)
  case isLink(String)
  case outputAmongSubmissions(String)
  /// `words` are those of a compiler or a linker that named no line.
  case doesNotCompile(what: String, diagnostics: [Diagnostic], words: [String] = [])
  case compilerStopped(CompilerStop)
  case movedPackage(root: String, builtIn: String)
  case readOnlyPackage(folder: String)
  case badTemporaryFolder(String)
  case noTemporaryFolder(String, errno: Int32)
  case cannotRun(program: String, errno: Int32)
  case referenceEnded(question: String, SubjectEnd)
  case noReference(question: String)
  case referenceFails(check: String, message: String)
  case badMistakes(file: String, line: Int, String)
  case badMarkers(file: String, line: Int)
  case noCommand(String, known: [String])
  case noOption(String, known: [String])
  case wrongUse(String)
  case subjectEnded(SubjectEnd)
  case data(DatasetError)
}
