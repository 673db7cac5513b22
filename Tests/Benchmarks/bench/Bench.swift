import Foundation
import Tensors

/// Times operations of `Tensors` and prints a JSON array of rows {group, name, seconds}.
///
///     bench [--threads N] [--groups a,b,…] [--data FOLDER] [--records FOLDER]
///     bench --paths FILE
///     bench --graphs FILE
///     bench --normalizations FILE
///     bench --recurrences FILE
///     bench --images FILE
///     bench --attentions FILE
///     bench --conventions FILE
///     bench --steps INPUTS,HIDDEN,CLASSES,SAMPLES
///     bench --tensor-files FOLDER
///
/// `Tests/Benchmarks/compare.py` runs it beside NumPy and PyTorch, which do the same work under the
/// same names. With the others it does something else: `optimizers.py` asks where the optimizers of exercise
/// 06 lead, `autograd.py` what the operations of exercise 07 pass back and how long a step takes,
/// `normalization.py` what the layers of exercise 08 give and pass back, `recurrence.py` those of 11,
/// `convolution.py` and `segmentation.py` those of 09 and 10, `attention.py` those of 12, `conventions.py`
/// what comes of formulas on which libraries part, and `safetensors_proof.py` what is read of its files.
@main
struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments
    let names = [
      "--threads", "--groups", "--data", "--records", "--paths", "--tensor-files", "--graphs",
      "--steps", "--normalizations", "--recurrences", "--images", "--attentions", "--conventions",
    ]
    for (i, word) in arguments.enumerated().dropFirst() where i % 2 == 1 {
      guard names.contains(word), i + 1 < arguments.count else {
        FileHandle.standardError.write(
          Data("bench: '\(word)' is none of \(names.joined(separator: ", ")) with a value.\n".utf8))
        exit(2)
      }
    }
    func value(after name: String) -> String? {
      arguments.firstIndex(of: name).flatMap { arguments.dropFirst($0 + 1).first }
    }
    if let folder = value(after: "--tensor-files") { return try TensorFiles(folder: folder).run() }
    if let threads = value(after: "--threads").flatMap({ Int($0) }) {
      Tensor.threadCount = threads
    }
    if let file = value(after: "--paths") { return try printPaths(file) }
    if let file = value(after: "--graphs") { return try printGraphs(file) }
    if let file = value(after: "--normalizations") { return try printNormalizations(file) }
    if let file = value(after: "--recurrences") { return try printRecurrences(file) }
    if let file = value(after: "--images") { return try printImageLayers(file) }
    if let file = value(after: "--attentions") { return try printAttentions(file) }
    if let file = value(after: "--conventions") { return try printConventions(file) }
    if let sizes = value(after: "--steps") {
      return try printSteps(sizes.split(separator: ",").compactMap { Int($0) })
    }
    let wanted = value(after: "--groups").map { Set($0.split(separator: ",").map(String.init)) }
    var rows = Rows(wanted: wanted)
    timeProducts(&rows)
    timeEntryWise(&rows)
    timeOptimizers(&rows)
    timeReductions(&rows)
    timeCompositions(&rows)
    timeNormalizations(&rows)
    timeRecurrences(&rows)
    timeConvNet(&rows)
    timeTransformer(&rows)
    timeConvolutions(&rows)
    timeSmallOperations(&rows)
    if let folder = value(after: "--data") { try timeEpochs(&rows, folder: folder) }
    if let folder = value(after: "--records") {
      try timeLoader(&rows, folder: folder)
      try timeOwnNetwork(&rows, folder: folder)
    }
    try print(rows.json())
  }
}
