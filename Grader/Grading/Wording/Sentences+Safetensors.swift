import Datasets

extension Sentences {
  static func notSafetensors(_ path: String, _ fault: Safetensors.Fault) -> String {
    let cure =
      switch fault {
      case .tooManyBytes: "A smaller network has a smaller file."
      case .repeatedName, .unknownKey, .tooManyAxes: "Write it again without that."
      default: "Write it again, and copy all of it."
      }
    return "\(path) cannot be read as a safetensors file: \(words(fault)). \(cure)"
  }

  static func noTensor(_ path: String, _ name: String, among names: [String]) -> String {
    let known = names.isEmpty ? "no tensor at all" : list(names.prefix(12).map(quoted))
    return "\(path) holds no tensor \(quoted(name)). It holds \(known)"
      + (names.count > 12 ? " and \(names.count - 12) more." : ".")
  }

  static func unreadTensor(
    _ path: String, _ name: String, _ fault: Safetensors.EntryFault
  ) -> String {
    let (reason, cure) =
      switch fault {
      case .elementType(let type):
        ("is of the type \(type.rawValue), which is not read here", "Save it as F32.")
      case .inexact(let entry, let value):
        (
          "has \(value) as its entry \(entry), beyond 2⁵³, where not every integer is a float64",
          "Save it as F64, if rounded numbers will do."
        )
      case .notBool(let entry, let value):
        ("is BOOL, and its entry \(entry) is \(value), neither 0 nor 1", "Save it as U8.")
      }
    return "\(path): the tensor \(quoted(name)) \(reason). \(cure)"
  }

  private static func words(_ fault: Safetensors.Fault) -> String {
    switch fault {
    case .tooManyBytes(let bytes, let limit):
      "it has \(bytes) bytes, at most \(limit) are read"
    case .noHeaderLength(let bytes):
      "it has \(bytes) bytes, and the length of its header alone takes 8"
    case .headerTooLong(let length):
      "its header would have \(length) bytes, at most 100000000 are allowed"
    case .endsInHeader(let length, let bytes):
      "it has \(bytes) bytes, and its header alone would have \(length)"
    case .grammar(let place, let expected):
      "byte \(place) of its header should be \(words(expected))"
    case .repeatedName(let name):
      "its header says \(quoted(name)) twice"
    case .elementType(let tensor, let name):
      "the type of \(quoted(tensor)) is \(quoted(name)), which the format does not know"
    case .missingKey(let tensor, let key):
      "its header does not say \(key) of \(quoted(tensor))"
    case .unknownKey(let tensor, let key):
      "its header says \(quoted(key)) of \(quoted(tensor)), which the format does not know"
    case .tooManyAxes(let tensor, let axes):
      "\(quoted(tensor)) has \(axes) axes, at most 64 are allowed"
    case .tooLarge(let tensor, let shape):
      "\(quoted(tensor)) of shape \(shape) would be larger than any memory"
    case .unfilledByte(let tensor, let shape, let type):
      "\(quoted(tensor)) of shape \(shape) and type \(type.rawValue) ends within a byte"
    case .wrongSize(let tensor, let shape, let type, let start, let end):
      "\(quoted(tensor)) of shape \(shape) and type \(type.rawValue) cannot lie from byte \(start) "
        + "to \(end) of the data"
    case .wrongStart(let tensor, let start, let expected) where start < expected:
      "\(quoted(tensor)) begins at byte \(start) of the data, and another tensor ends at \(expected)"
    case .wrongStart(let tensor, let start, let expected):
      "\(quoted(tensor)) begins at byte \(start) of the data, and nothing is said of the bytes "
        + "from \(expected) on"
    case .wrongDataSize(let bytes, let expected):
      "there are \(bytes) bytes of data, and its tensors take \(expected)"
    }
  }

  private static func words(_ expected: Safetensors.Grammar) -> String {
    switch expected {
    case .openingBrace: "'{'"
    case .closingBrace: "',' or '}'"
    case .openingBracket: "'['"
    case .closingBracket: "',' or ']'"
    case .quote: "a quotation mark"
    case .closingQuote: "a character, or the quotation mark that ends the text"
    case .colon: "':'"
    case .escape: "what JSON knows behind '\\'"
    case .unicode: "text in UTF-8"
    case .wholeNumber: "a digit of a whole number"
    case .smallerNumber: "the beginning of a number below 2⁶³"
    case .null: "null"
    case .end: "a blank, or none at all"
    }
  }

  /// Names in a file are anybody's, and may be of any length.
  private static func quoted(_ name: String) -> String {
    let shown = name.prefix(60)
    return "'\(String(shown).onOneLine)\(shown.endIndex == name.endIndex ? "" : "…")'"
  }
}
