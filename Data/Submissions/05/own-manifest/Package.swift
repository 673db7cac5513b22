// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Nobody may run this: tests look for the file.
FileManager.default.createFile(
  atPath: NSTemporaryDirectory() + "/gradus-ran-a-manifest", contents: nil)

let package = Package(name: "Mine", targets: [.target(name: "Mine", path: ".")])
