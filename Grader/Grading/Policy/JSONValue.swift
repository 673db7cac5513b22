/// A value of JSON as Swift has it. Foundation's own object of one is a truth value too, on some systems.
enum JSONValue: Decodable {
  case plain(any Sendable)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .plain(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .plain(number)
    } else if let text = try? container.decode(String.self) {
      self = .plain(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else {
      self = .plain("null")
    }
  }

  /// `Bool`, `Double`, `String`, and lists and dictionaries of these.
  var any: Any {
    switch self {
    case .plain(let value): value
    case .list(let list): list.map(\.any)
    case .object(let object): object.mapValues(\.any)
    }
  }
}
