import Tensors

func timeConvolutions(_ rows: inout Rows) {
}
