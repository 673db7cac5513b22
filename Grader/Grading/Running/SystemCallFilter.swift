import Foundation

/// The system calls that no subject and no compiler needs, refused by the kernel: a program for its packet
/// filter that bubblewrap installs (seccomp).
///
/// What is refused comes to the subject as an error: `EPERM`; `ENOSYS` where the C library then goes another
/// way; `EAFNOSUPPORT` for sockets other than local ones, since not every kind belongs to a network
/// namespace. (The kernel's Documentation/userspace-api/seccomp_filter.rst.)
struct SystemCallFilter {
  #if arch(x86_64)
    static let here: SystemCallFilter? = .x86_64
  #elseif arch(arm64)
    static let here: SystemCallFilter? = .arm64
  #else
    static let here: SystemCallFilter? = nil
  #endif

  /// What the kernel calls the machine, `AUDIT_ARCH_X86_64` for one.
  let machine: UInt32

  /// From here on numbers are of another interface to the same calls.
  var otherInterface: UInt32?

  let numbers: [Call: UInt32]

  /// By their names in the kernel's tables (`asm/unistd.h`).
  enum Call: String, CaseIterable {
    // Memory that counts for no process, and cannot be bounded.
    case memfd_create, memfd_secret
    // What the kernel does on one's behalf where its other limits do not see it.
    case bpf, io_uring_enter, io_uring_register, io_uring_setup, perf_event_open, userfaultfd,
      vmsplice
    // Keys of the whole user, files by their numbers, memory of other nodes.
    case add_key, fanotify_init, keyctl, mbind, migrate_pages, move_pages, name_to_handle_at
    case open_by_handle_at, request_key, set_mempolicy
    // Other rooms.
    case chroot, fsconfig, fsmount, fsopen, fspick, mount, mount_setattr, move_mount, open_tree
    case pivot_root, setns, umount2, unshare
    // The machine itself.
    case acct, adjtimex, clock_adjtime, clock_settime, delete_module, finit_module, init_module
    case kexec_file_load, kexec_load, quotactl, reboot, setdomainname, sethostname, settimeofday
    case swapoff, swapon, syslog
    // Refused for some arguments, or otherwise.
    case clone, clone3, socket
  }

  static let x86_64 = SystemCallFilter(
    machine: 0xC000_003E, otherInterface: 0x4000_0000,
    numbers: [
      .memfd_create: 319, .memfd_secret: 447,
      .bpf: 321, .io_uring_enter: 426, .io_uring_register: 427, .io_uring_setup: 425,
      .perf_event_open: 298, .userfaultfd: 323, .vmsplice: 278,
      .add_key: 248, .fanotify_init: 300, .keyctl: 250, .mbind: 237, .migrate_pages: 256,
      .move_pages: 279, .name_to_handle_at: 303, .open_by_handle_at: 304, .request_key: 249,
      .set_mempolicy: 238,
      .chroot: 161, .fsconfig: 431, .fsmount: 432, .fsopen: 430, .fspick: 433, .mount: 165,
      .mount_setattr: 442, .move_mount: 429, .open_tree: 428, .pivot_root: 155, .setns: 308,
      .umount2: 166, .unshare: 272,
      .acct: 163, .adjtimex: 159, .clock_adjtime: 305, .clock_settime: 227, .delete_module: 176,
      .finit_module: 313, .init_module: 175, .kexec_file_load: 320, .kexec_load: 246,
      .quotactl: 179, .reboot: 169, .setdomainname: 171, .sethostname: 170, .settimeofday: 164,
      .swapoff: 168, .swapon: 167, .syslog: 103,
      .clone: 56, .clone3: 435, .socket: 41,
    ])

  static let arm64 = SystemCallFilter(
    machine: 0xC000_00B7,
    numbers: [
      .memfd_create: 279, .memfd_secret: 447,
      .bpf: 280, .io_uring_enter: 426, .io_uring_register: 427, .io_uring_setup: 425,
      .perf_event_open: 241, .userfaultfd: 282, .vmsplice: 75,
      .add_key: 217, .fanotify_init: 262, .keyctl: 219, .mbind: 235, .migrate_pages: 238,
      .move_pages: 239, .name_to_handle_at: 264, .open_by_handle_at: 265, .request_key: 218,
      .set_mempolicy: 237,
      .chroot: 51, .fsconfig: 431, .fsmount: 432, .fsopen: 430, .fspick: 433, .mount: 40,
      .mount_setattr: 442, .move_mount: 429, .open_tree: 428, .pivot_root: 41, .setns: 268,
      .umount2: 39, .unshare: 97,
      .acct: 89, .adjtimex: 171, .clock_adjtime: 266, .clock_settime: 112, .delete_module: 106,
      .finit_module: 273, .init_module: 105, .kexec_file_load: 294, .kexec_load: 104,
      .quotactl: 60, .reboot: 142, .setdomainname: 162, .sethostname: 161, .settimeofday: 170,
      .swapoff: 225, .swapon: 224, .syslog: 116,
      .clone: 220, .clone3: 435, .socket: 198,
    ])

  /// An instruction of the kernel's packet filter.
  private struct Instruction {
    var code: UInt16
    var k: UInt32

    /// How many instructions are passed over where what is asked of the word is so, and where it is not.
    var ifSo: UInt8 = 0
    var ifNot: UInt8 = 0

    /// A word of what the kernel tells of a call.
    static let number = Instruction(code: 0x20, k: 0)
    static let machine = Instruction(code: 0x20, k: 4)
    static let firstArgument = Instruction(code: 0x20, k: 16)

    static func isEqual(to k: UInt32, ifSo: UInt8 = 0, ifNot: UInt8 = 0) -> Instruction {
      Instruction(code: 0x15, k: k, ifSo: ifSo, ifNot: ifNot)
    }

    static func isAtLeast(_ k: UInt32, ifNot: UInt8) -> Instruction {
      Instruction(code: 0x35, k: k, ifNot: ifNot)
    }

    static func hasAny(of bits: UInt32, ifNot: UInt8) -> Instruction {
      Instruction(code: 0x45, k: bits, ifNot: ifNot)
    }

    static let allow = Instruction(code: 0x06, k: 0x7FFF_0000)

    static func refuse(_ error: Int32) -> Instruction {
      Instruction(code: 0x06, k: 0x0005_0000 | UInt32(error))
    }
  }

  /// CLONE_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID and _NEWNET.
  private static let newNamespaces: UInt32 = 0x7E02_0000

  /// AF_UNIX, by which the two halves of Swift's crash reporter talk.
  private static let local: UInt32 = 1

  private var instructions: [Instruction] {
    var all: [Instruction] = [
      .machine, .isEqual(to: machine, ifSo: 1), .refuse(ENOSYS),
      .number,
    ]
    if let otherInterface { all += [.isAtLeast(otherInterface, ifNot: 1), .refuse(ENOSYS)] }
    for call in Call.allCases {
      guard let number = numbers[call] else { continue }
      switch call {
      case .socket:
        all += [
          .isEqual(to: number, ifNot: 4), .firstArgument,
          .isEqual(to: Self.local, ifSo: 1), .refuse(EAFNOSUPPORT), .allow,
        ]
      case .clone:
        all += [
          .isEqual(to: number, ifNot: 4), .firstArgument,
          .hasAny(of: Self.newNamespaces, ifNot: 1), .refuse(EPERM), .allow,
        ]
      case .clone3:
        // Its flags lie in memory, where no filter sees them.
        all += [.isEqual(to: number, ifNot: 1), .refuse(ENOSYS)]
      default:
        all += [.isEqual(to: number, ifNot: 1), .refuse(EPERM)]
      }
    }
    return all + [.allow]
  }

  /// The program, as bubblewrap's `--seccomp` reads it.
  var program: Data {
    var data = Data()
    for instruction in instructions {
      withUnsafeBytes(of: instruction.code.littleEndian) { data.append(contentsOf: $0) }
      data.append(contentsOf: [instruction.ifSo, instruction.ifNot])
      withUnsafeBytes(of: instruction.k.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}
