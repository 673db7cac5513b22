#!/usr/bin/env bash
# Linux ends a process for its processor time before the time that it reports of it is up.
#
# RLIMIT_CPU is held against ticks: each finds some process at work, and all of the tick is on its account.
# What wait4 and getrusage report is measured, and only its division into user and system follows the ticks.
# Where others start and end all the time, a process that computes is found at work more often than it is:
# of two seconds that it may have, it was ended after 1.6 to 1.9. So who adds up what has been reported, as a
# budget of several processes does, counts less than each of them has had, and who holds a report against
# the limit takes an end by SIGXCPU for one that came from elsewhere.
#
# Seen: Linux 6.18 (x86_64, CONFIG_TICK_CPU_ACCOUNTING, 250 ticks a second), Python 3. Output seen, on two
# cores on which others were at work as well:
#   alone: ended by signal 24 after 1.88 s of 2
#   beside programs that start and end: ended by signal 24 after 1.73 s of 2
set -euo pipefail
script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat >"$script" <<'PYTHON'
import os, resource, signal, subprocess, sys


def seconds():
    """Of an endless loop that may have two seconds; the middle one of three."""
    seen = []
    for _ in range(3):
        pid = os.fork()
        if pid == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (2, 4))
            os.execv("/bin/sh", ["sh", "-c", "while :; do :; done"])
        _, status, usage = os.wait4(pid, 0)
        assert os.WTERMSIG(status) == signal.SIGXCPU, status
        seen.append(usage.ru_utime + usage.ru_stime)
    return sorted(seen)[1]


print(f"alone: ended by signal {signal.SIGXCPU} after {seconds():.2f} s of 2", flush=True)
loop = "while :; do /bin/true; done"
others = [subprocess.Popen(["timeout", "60", "sh", "-c", loop]) for _ in range(2 * os.cpu_count())]
beside = seconds()
for other in others:
    other.terminate()
print(f"beside programs that start and end: ended by signal {signal.SIGXCPU} after {beside:.2f} s of 2")
sys.exit(0 if beside < 1.9 else 1)
PYTHON
python3 "$script"
