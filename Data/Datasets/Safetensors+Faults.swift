extension Safetensors {
  /// What is wrong with a file that should be of this format. Places are counted in bytes, from 0.
  public enum Fault: Error, Equatable, Sendable {
    case tooManyBytes(Int, limit: Int)

    /// There are fewer than eight bytes.
    case noHeaderLength(bytes: Int)

    /// More than a header may have.
    case headerTooLong(UInt64)

    /// The file ends before its header does.
    case endsInHeader(length: Int, bytes: Int)

    /// At that place of the header something else stands than what has to.
    case grammar(place: Int, expected: Grammar)

    /// What is named twice: a tensor, or a key of one.
    case repeatedName(String)
    case elementType(tensor: String, name: String)
    case missingKey(tensor: String, key: String)
    case unknownKey(tensor: String, key: String)
    case tooManyAxes(tensor: String, axes: Int)

    /// The shape has more bytes than can be counted.
    case tooLarge(tensor: String, shape: [Int])

    /// Entries of fewer than 8 bits do not fill their last byte.
    case unfilledByte(tensor: String, shape: [Int], type: ElementType)
    case wrongSize(tensor: String, shape: [Int], type: ElementType, start: Int, end: Int)

    /// Bytes before the tensor's belong to none, or some of its to another as well.
    case wrongStart(tensor: String, start: Int, expected: Int)

    /// The last tensor ends before, or beyond, the file's data.
    case wrongDataSize(bytes: Int, expected: Int)
  }

  /// What the header has to have in some place.
  public enum Grammar: Sendable {
    case openingBrace
    case closingBrace
    case closingBracket
    case openingBracket
    case quote
    case closingQuote
    case colon
    case escape
    case unicode
    case wholeNumber
    case smallerNumber
    case null
    case end
  }

  /// Why a tensor of a file that is right cannot be had as one of ours.
  public enum EntryFault: Error, Equatable, Sendable {
    case elementType(ElementType)

    /// The entry of that number is an integer that no `float64` may be.
    case inexact(entry: Int, value: Int128)

    /// The entry of that number is a `BOOL` and neither 0 nor 1.
    case notBool(entry: Int, value: UInt8)
  }
}
