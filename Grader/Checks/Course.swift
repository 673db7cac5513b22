// swift-format-ignore-file
// Derived by `grader derive` from the list in Package.swift and the folders that it names.
import Grading

extension Catalogue {
  /// All exercises of the course, in its order.
  public static let exercises: [Exercise] = [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08, exercise09, exercise10, exercise11, exercise12]
}

private let exercise01 = Exercise(
  number: "01",
  title: "Warm-up",
  folder: "01-WarmUp",
  files: ["Statistics.swift", "Distances.swift", "Masks.swift", "Windows.swift", "Shuffling.swift", "Values.swift"],
  parts: ["Statistics.swift": ["1.1", "1.2", "1.3"], "Distances.swift": ["1.4"], "Masks.swift": ["1.5", "1.6", "1.7"], "Windows.swift": ["1.8"], "Shuffling.swift": ["1.9"], "Values.swift": ["1.10", "1.11"]],
  given: [],
  buildsOn: [],
  before: [],
  plan: plan01)

private let exercise02 = Exercise(
  number: "02",
  title: "Gradients, measured and derived",
  folder: "02-Gradients",
  files: ["Differences.swift", "GradientChecker.swift", "Formulas.swift", "ChainRule.swift", "Products.swift", "Descent.swift", "Gates.swift", "XORNet.swift"],
  parts: ["Differences.swift": ["2.1", "2.2", "2.3", "2.4"], "GradientChecker.swift": ["2.5", "2.6"], "Formulas.swift": ["2.7", "2.8", "2.9"], "ChainRule.swift": ["2.10"], "Products.swift": ["2.11", "2.12", "2.13", "2.14"], "Descent.swift": ["2.15", "2.16"], "Gates.swift": ["2.17", "2.18", "2.19"], "XORNet.swift": ["2.20", "2.21"]],
  given: ["Layer.swift"],
  buildsOn: [],
  before: [exercise01],
  plan: plan02)

private let exercise03 = Exercise(
  number: "03",
  title: "Data",
  folder: "03-Data",
  files: ["CIFARRecords.swift", "Netpbm.swift", "ImageFolder.swift", "InMemory.swift", "Statistics.swift", "Transforms.swift", "RandomTransforms.swift", "DataLoader.swift", "Splits.swift"],
  parts: ["CIFARRecords.swift": ["3.1", "3.2"], "Netpbm.swift": ["3.3", "3.4"], "ImageFolder.swift": ["3.5", "3.6"], "InMemory.swift": ["3.7"], "Statistics.swift": ["3.8"], "Transforms.swift": ["3.9", "3.10", "3.11", "3.12"], "RandomTransforms.swift": ["3.13", "3.14"], "DataLoader.swift": ["3.15", "3.16", "3.17"], "Splits.swift": ["3.18", "3.19"]],
  given: ["Dataset.swift", "Files.swift", "Transform.swift"],
  buildsOn: [],
  before: [exercise01, exercise02],
  plan: plan03)

private let exercise04 = Exercise(
  number: "04",
  title: "Logistic regression",
  folder: "04-LogisticRegression",
  files: ["Sigmoid.swift", "Classifier.swift", "MSE.swift", "L1.swift", "BCEFromLogits.swift", "SoftmaxCrossEntropy.swift", "GradientDescent.swift", "Solver.swift", "LeastSquares.swift", "Standardized.swift", "OneVsRest.swift"],
  parts: ["Sigmoid.swift": ["4.1"], "Classifier.swift": ["4.2", "4.3", "4.4", "4.5"], "MSE.swift": ["4.6", "4.7"], "L1.swift": ["4.8", "4.9"], "BCEFromLogits.swift": ["4.10", "4.11"], "SoftmaxCrossEntropy.swift": ["4.12", "4.13"], "GradientDescent.swift": ["4.14"], "Solver.swift": ["4.15"], "LeastSquares.swift": ["4.16"], "Standardized.swift": ["4.17"], "OneVsRest.swift": ["4.18"]],
  given: ["LinearEquations.swift", "Loss.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  before: [exercise01, exercise02, exercise03],
  plan: plan04)

private let exercise05 = Exercise(
  number: "05",
  title: "Neural networks from the inside",
  folder: "05-NeuralNetworks",
  files: ["Sigmoid.swift", "ReLU.swift", "Affine.swift", "CrossEntropyFromLogits.swift", "ClassificationNet.swift", "SGD.swift", "SGDMomentum.swift", "Solver.swift"],
  parts: ["Sigmoid.swift": ["5.1", "5.2"], "ReLU.swift": ["5.3", "5.4"], "Affine.swift": ["5.5", "5.6"], "CrossEntropyFromLogits.swift": ["5.7", "5.8"], "ClassificationNet.swift": ["5.9", "5.10", "5.11"], "SGD.swift": ["5.12"], "SGDMomentum.swift": ["5.13"], "Solver.swift": ["5.14", "5.15"]],
  given: ["Layer.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  before: [exercise01, exercise02, exercise03, exercise04],
  plan: plan05)

private let exercise06 = Exercise(
  number: "06",
  title: "Tuning",
  folder: "06-Tuning",
  files: ["LeakyReLU.swift", "Tanh.swift", "Maxout.swift", "Initialization.swift", "UnitSpread.swift", "SignalDeviation.swift", "NesterovMomentum.swift", "Adagrad.swift", "RMSProp.swift", "Adam.swift", "AdamW.swift", "LAMB.swift", "Schedule.swift", "Clipping.swift", "Scheduled.swift", "EarlyStopping.swift", "SearchRange.swift", "Search.swift", "CrossValidation.swift", "SigmoidSum.swift", "Parity.swift", "MyNetwork.swift"],
  parts: ["LeakyReLU.swift": ["6.1", "6.2"], "Tanh.swift": ["6.3", "6.4"], "Maxout.swift": ["6.5", "6.6"], "Initialization.swift": ["6.7"], "UnitSpread.swift": ["6.8", "6.9"], "SignalDeviation.swift": ["6.10"], "NesterovMomentum.swift": ["6.11"], "Adagrad.swift": ["6.12"], "RMSProp.swift": ["6.13"], "Adam.swift": ["6.14"], "AdamW.swift": ["6.15"], "LAMB.swift": ["6.16"], "Schedule.swift": ["6.17", "6.18"], "Clipping.swift": ["6.19", "6.20"], "Scheduled.swift": ["6.21"], "EarlyStopping.swift": ["6.22"], "SearchRange.swift": ["6.23"], "Search.swift": ["6.24", "6.25", "6.26", "6.27", "6.28"], "CrossValidation.swift": ["6.29", "6.30", "6.31"], "SigmoidSum.swift": ["6.32"], "Parity.swift": ["6.33", "6.34"], "MyNetwork.swift": ["6.35", "6.36", "6.37", "6.38", "6.39", "6.40"]],
  given: ["OwnImages.swift", "RatedOptimizer.swift", "TrainedNetwork.swift"],
  buildsOn: [exercise05],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05],
  plan: plan06)

private let exercise07 = Exercise(
  number: "07",
  title: "Automatic differentiation",
  folder: "07-Autograd",
  files: ["ScalarOperations.swift", "TopologicalOrder.swift", "Scalar.swift", "Node.swift", "Broadcasting.swift", "NodeArithmetic.swift", "NodeFunctions.swift", "NodeReductions.swift", "NodeShapes.swift", "GraphNet.swift"],
  parts: ["ScalarOperations.swift": ["7.1", "7.2", "7.3", "7.4", "7.5", "7.6"], "TopologicalOrder.swift": ["7.7"], "Scalar.swift": ["7.8"], "Node.swift": ["7.9", "7.10"], "Broadcasting.swift": ["7.11"], "NodeArithmetic.swift": ["7.12", "7.13", "7.14", "7.15", "7.16", "7.17"], "NodeFunctions.swift": ["7.18", "7.19", "7.20", "7.21", "7.22"], "NodeReductions.swift": ["7.23", "7.24", "7.25", "7.26", "7.27", "7.28", "7.29"], "NodeShapes.swift": ["7.30", "7.31", "7.32", "7.33", "7.34", "7.35"], "GraphNet.swift": ["7.36", "7.37", "7.38"]],
  given: ["Constants.swift", "GraphTraining.swift", "Vertex.swift"],
  buildsOn: [exercise05],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06],
  plan: plan07)

private let exercise08 = Exercise(
  number: "08",
  title: "Regularisation and representation",
  folder: "08-Representation",
  files: ["Dropout.swift", "BatchNormalization.swift", "LayerNormalization.swift", "GroupNormalization.swift", "Augmentation.swift", "Penalized.swift", "Autoencoder.swift", "Denoising.swift", "TransferTraining.swift", "Transfer.swift"],
  parts: ["Dropout.swift": ["8.1", "8.2"], "BatchNormalization.swift": ["8.3", "8.4", "8.5"], "LayerNormalization.swift": ["8.6", "8.7"], "GroupNormalization.swift": ["8.8", "8.9"], "Augmentation.swift": ["8.10", "8.11"], "Penalized.swift": ["8.12", "8.13", "8.14"], "Autoencoder.swift": ["8.15", "8.16", "8.17", "8.18"], "Denoising.swift": ["8.19"], "TransferTraining.swift": ["8.20", "8.21", "8.22"], "Transfer.swift": ["8.23"]],
  given: ["FewLabels.swift", "Mode.swift", "Normalized.swift"],
  buildsOn: [exercise05, exercise06],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07],
  plan: plan08)

private let exercise09 = Exercise(
  number: "09",
  title: "Convolution",
  folder: "09-Convolution",
  files: ["Window.swift", "NaiveConv2D.swift", "Conv2D.swift", "MaxPool2D.swift", "AveragePool2D.swift", "SpatialBatchNorm.swift", "PointwiseConvolution.swift", "ReceptiveField.swift", "Chain.swift", "Residual.swift", "Networks.swift", "Keypoints.swift", "MyKeypointNet.swift", "MyConvNet.swift"],
  parts: ["Window.swift": ["9.1", "9.2"], "NaiveConv2D.swift": ["9.3", "9.4"], "Conv2D.swift": ["9.5", "9.6"], "MaxPool2D.swift": ["9.7", "9.8"], "AveragePool2D.swift": ["9.9", "9.10"], "SpatialBatchNorm.swift": ["9.11", "9.12"], "PointwiseConvolution.swift": ["9.13"], "ReceptiveField.swift": ["9.14", "9.15"], "Chain.swift": ["9.16", "9.17"], "Residual.swift": ["9.18", "9.19"], "Networks.swift": ["9.20", "9.21", "9.22", "9.23"], "Keypoints.swift": ["9.24", "9.25", "9.26"], "MyKeypointNet.swift": ["9.27", "9.28", "9.29"], "MyConvNet.swift": ["9.30", "9.31", "9.32", "9.33"]],
  given: ["Cache.swift", "Channels.swift", "Module.swift", "Plain.swift", "TrainedConvNet.swift", "TrainedKeypointNet.swift"],
  buildsOn: [exercise05, exercise06],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08],
  plan: plan09)

private let exercise10 = Exercise(
  number: "10",
  title: "Segmentation",
  folder: "10-Segmentation",
  files: ["ConvTranspose2D.swift", "Adjoint.swift", "NearestUpsampling.swift", "BilinearUpsampling.swift", "Skip.swift", "Networks.swift", "PixelCrossEntropy.swift", "ConfusionMatrix.swift", "MySegmentationNet.swift"],
  parts: ["ConvTranspose2D.swift": ["10.1", "10.2", "10.3", "10.4"], "Adjoint.swift": ["10.5"], "NearestUpsampling.swift": ["10.6", "10.7"], "BilinearUpsampling.swift": ["10.8", "10.9", "10.10"], "Skip.swift": ["10.11", "10.12"], "Networks.swift": ["10.13", "10.14", "10.15"], "PixelCrossEntropy.swift": ["10.16", "10.17"], "ConfusionMatrix.swift": ["10.18", "10.19", "10.20", "10.21", "10.22"], "MySegmentationNet.swift": ["10.23", "10.24", "10.25"]],
  given: ["TrainedSegmentationNet.swift"],
  buildsOn: [exercise05, exercise06, exercise09],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08, exercise09],
  plan: plan10)

private let exercise11 = Exercise(
  number: "11",
  title: "Recurrence",
  folder: "11-Recurrence",
  files: ["Embedding.swift", "RNNCell.swift", "LSTMCell.swift", "GRUCell.swift", "Starts.swift", "RecurrentLayer.swift", "PaddedTokens.swift", "Bidirectional.swift", "Packing.swift", "GradientNorms.swift", "SentenceClassifier.swift", "CharacterModel.swift", "ClippedStep.swift", "Bigrams.swift", "Writing.swift", "MySentimentNet.swift", "MyCharacterNet.swift"],
  parts: ["Embedding.swift": ["11.1", "11.2"], "RNNCell.swift": ["11.3", "11.4"], "LSTMCell.swift": ["11.5", "11.6", "11.7"], "GRUCell.swift": ["11.8", "11.9"], "Starts.swift": ["11.10", "11.11"], "RecurrentLayer.swift": ["11.12", "11.13"], "PaddedTokens.swift": ["11.14"], "Bidirectional.swift": ["11.15", "11.16"], "Packing.swift": ["11.17", "11.18", "11.19", "11.20"], "GradientNorms.swift": ["11.21"], "SentenceClassifier.swift": ["11.22", "11.23"], "CharacterModel.swift": ["11.24", "11.25"], "ClippedStep.swift": ["11.26"], "Bigrams.swift": ["11.27", "11.28"], "Writing.swift": ["11.29", "11.30"], "MySentimentNet.swift": ["11.31", "11.32", "11.33"], "MyCharacterNet.swift": ["11.34", "11.35", "11.36"]],
  given: ["Cell.swift", "Gates.swift", "SequenceCache.swift", "TrainedCharacterNet.swift", "TrainedSentimentNet.swift"],
  buildsOn: [exercise05, exercise06],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08, exercise09, exercise10],
  plan: plan11)

private let exercise12 = Exercise(
  number: "12",
  title: "Attention",
  folder: "12-Attention",
  files: ["ScaledDotAttention.swift", "Masks.swift", "LayerNorm.swift", "MultiHeadAttention.swift", "PositionalEncoding.swift", "FeedForward.swift", "EncoderBlock.swift", "DecoderBlock.swift", "SmoothedCrossEntropy.swift", "WarmupSchedule.swift", "BytePairTokenizer.swift", "Decoding.swift", "Transformer.swift", "TeacherForcing.swift", "KeyValueCache.swift", "Writing.swift"],
  parts: ["ScaledDotAttention.swift": ["12.1", "12.2", "12.3"], "Masks.swift": ["12.4", "12.5"], "LayerNorm.swift": ["12.6", "12.7"], "MultiHeadAttention.swift": ["12.8", "12.9", "12.10", "12.11"], "PositionalEncoding.swift": ["12.12"], "FeedForward.swift": ["12.13", "12.14"], "EncoderBlock.swift": ["12.15", "12.16"], "DecoderBlock.swift": ["12.17", "12.18"], "SmoothedCrossEntropy.swift": ["12.19", "12.20"], "WarmupSchedule.swift": ["12.21"], "BytePairTokenizer.swift": ["12.22", "12.23", "12.24", "12.25"], "Decoding.swift": ["12.26", "12.27"], "Transformer.swift": ["12.28", "12.29", "12.30"], "TeacherForcing.swift": ["12.31", "12.32"], "KeyValueCache.swift": ["12.33", "12.34"], "Writing.swift": ["12.35", "12.36"]],
  given: ["AdditionTraining.swift", "DecoderBlock+Parameters.swift", "Embedding.swift", "Linear.swift", "NormPlacement.swift", "Parameterized.swift", "Token.swift", "Transformer+Parameters.swift"],
  buildsOn: [exercise06],
  before: [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08, exercise09, exercise10, exercise11],
  plan: plan12)
