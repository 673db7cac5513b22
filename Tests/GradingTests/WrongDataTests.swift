import Datasets
import Testing

@testable import Grading

@Suite("What is said of wrong data")
struct WrongDataTests {
  static let cases: [(error: DatasetError, sentence: String)] = [
    (
      .repeatedImages(
        file: "/d/a.bin", record: 1, original: "/d/a.bin", originalRecord: 0, count: 9999),
      "/d/a.bin holds 9999 copies of its own images: record 1 is record 0 again. Fetch it again."
    ),
    (
      .repeatedImages(
        file: "/d/b.bin", record: 0, original: "/d/a.bin", originalRecord: 7, count: 100),
      "/d/b.bin and /d/a.bin hold the same images: record 0 is record 7 of the other, and there are "
        + "100 such copies. One of the two files is wrong. Fetch both again."
    ),
    (
      .wrongClassCount(
        file: "/d/a.bin", className: "frog", images: 10_000, expected: 900...1100),
      "In /d/a.bin 10000 images are of the class 'frog', expected 900 to 1100: "
        + "labels are wrong. Fetch it again."
    ),
    (
      .wrongClassCount(file: "/d/a.bin", className: "cat", images: 999, expected: 1000...1000),
      "In /d/a.bin 999 images are of the class 'cat', expected 1000: "
        + "labels are wrong. Fetch it again."
    ),
    (
      .missingFile("/d/t10k-images-idx3-ubyte"),
      "/d/t10k-images-idx3-ubyte is missing. MNIST has four files, two whose names begin with "
        + "'train-' and two with 't10k-'; put them there, unpacked."
    ),
    (
      .packed(file: "/d/a.gz"),
      "/d/a.gz is packed. Unpack it with 'gunzip', which wants a name that ends in '.gz'."
    ),
    (
      .notIDX(file: "/d/a", .magic),
      "/d/a is no IDX file: it does not begin with two bytes of 0. Fetch it again."
    ),
    (
      .notIDX(file: "/d/a", .elementType(10)),
      "/d/a is no IDX file: 10 is the number of no type of entries. Fetch it again."
    ),
    (
      .notIDX(file: "/d/a", .tooLarge(shape: [9, 9])),
      "/d/a is no IDX file: its shape would be [9, 9]. Fetch it again."
    ),
    (
      .otherArray(
        file: "/d/a", elementType: .int16, shape: [5, 14, 14], expected: [nil, 28, 28]),
      "/d/a holds int16 [5, 14, 14], expected uint8 [any, 28, 28]. Is this the right file?"
    ),
    (
      .missingFile("/d/m.safetensors"),
      "/d/m.safetensors is missing. Save your network there, or correct the path."
    ),
    (
      .notSafetensors(file: "/d/m", .tooManyBytes(30, limit: 20)),
      "/d/m cannot be read as a safetensors file: it has 30 bytes, at most 20 are read. A smaller "
        + "network has a smaller file."
    ),
    (
      .notSafetensors(file: "/d/m", .grammar(place: 7, expected: .wholeNumber)),
      "/d/m cannot be read as a safetensors file: byte 7 of its header should be a digit of a whole "
        + "number. Write it again, and copy all of it."
    ),
    (
      .notSafetensors(
        file: "/d/m", .repeatedName("a\n" + String(repeating: "b", count: 1_000_000))),
      "/d/m cannot be read as a safetensors file: its header says 'a\u{240A}"
        + String(repeating: "b", count: 58) + "…' twice. Write it again without that."
    ),
    (
      .notSafetensors(file: "/d/m", .wrongStart(tensor: "w", start: 4, expected: 8)),
      "/d/m cannot be read as a safetensors file: 'w' begins at byte 4 of the data, and another "
        + "tensor ends at 8. Write it again, and copy all of it."
    ),
    (
      .notSafetensors(file: "/d/m", .wrongDataSize(bytes: 7, expected: 8)),
      "/d/m cannot be read as a safetensors file: there are 7 bytes of data, and its tensors take "
        + "8. Write it again, and copy all of it."
    ),
    (
      .noTensor(file: "/d/m", name: "w", names: ["W", "b"]),
      "/d/m holds no tensor 'w'. It holds 'W' and 'b'."
    ),
    (
      .unreadTensor(file: "/d/m", name: "w", .elementType(.float8e4m3)),
      "/d/m: the tensor 'w' is of the type F8_E4M3, which is not read here. Save it as F32."
    ),
    (
      .unreadTensor(file: "/d/m", name: "w", .inexact(entry: 3, value: 1 << 53 + 1)),
      "/d/m: the tensor 'w' has 9007199254740993 as its entry 3, beyond 2⁵³, where not every "
        + "integer is a float64. Save it as F64, if rounded numbers will do."
    ),
  ]

  @Test("The file is named, what is wrong with it, and the cure", arguments: cases.indices)
  func sentence(index: Int) {
    let (error, sentence) = Self.cases[index]
    #expect(Sentences.error(GraderError.data(error)) == sentence)
  }
}
