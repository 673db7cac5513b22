import Tensors

private final class StatMatrix {
  private var values: [Double];
  private let rows: Int;
  private let columns: Int;

  init(_ tensor: Tensor) {
    self.values = tensor.scalars;
    self.rows = tensor.shape[0];
    self.columns = tensor.shape[1];
  }

  func getRows() -> Int { return self.rows; }
  func getColumns() -> Int { return self.columns; }
  func get(_ row: Int, _ column: Int) -> Double { return self.values[row * self.columns + column]; }
  func set(_ row: Int, _ column: Int, _ value: Double) { self.values[row * self.columns + column] = value; }

  func getRowMean(_ row: Int) -> Double {
    var sum: Double = 0.0;
    for column: Int in 0..<self.columns { sum = sum + self.get(row, column); }
    return sum / Double(self.columns);
  }

  func getColumnMean(_ column: Int) -> Double {
    var sum: Double = 0.0;
    for row: Int in 0..<self.rows { sum = sum + self.get(row, column); }
    return sum / Double(self.rows);
  }

  func toTensor(_ single: Bool) -> Tensor {
    let t: Tensor = Tensor(shape: [self.rows, self.columns], scalars: self.values);
    return single ? t.converted(to: .float32) : t;
  }
}

public func rowMeans(_ x: Tensor) -> Tensor {
  let matrix: StatMatrix = StatMatrix(x);
  var result: [Double] = [Double]();
  for row: Int in 0..<matrix.getRows() {
    result.append(matrix.getRowMean(row));
  }
  return Tensor(shape: [matrix.getRows()], scalars: result).converted(to: x.elementType);
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let matrix: StatMatrix = StatMatrix(x);
  for row: Int in 0..<matrix.getRows() {
    let mean: Double = matrix.getRowMean(row);
    for column: Int in 0..<matrix.getColumns() {
      matrix.set(row, column, matrix.get(row, column) - mean);
    }
  }
  return matrix.toTensor(x.elementType == .float32);
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let matrix: StatMatrix = StatMatrix(x);
  for column: Int in 0..<matrix.getColumns() {
    let mean: Double = matrix.getColumnMean(column);
    var variance: Double = 0.0;
    for row: Int in 0..<matrix.getRows() {
      let difference: Double = matrix.get(row, column) - mean;
      variance = variance + difference * difference;
    }
    variance = variance / Double(matrix.getRows());
    let deviation: Double = (variance + epsilon).squareRoot();
    for row: Int in 0..<matrix.getRows() {
      matrix.set(row, column, (matrix.get(row, column) - mean) / deviation);
    }
  }
  return matrix.toTensor(x.elementType == .float32);
}
