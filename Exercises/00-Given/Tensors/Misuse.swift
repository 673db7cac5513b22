/// Ends the process with a sentence on standard error that says what was wrong with a call.
///
/// `fatalError` prints in optimised code, where `precondition` does not.
@inline(never)
func misuse(_ sentence: String) -> Never {
  fatalError(sentence)
}
