#!/usr/bin/env bash
# Of a sandbox that is killed, whoever waits for it is told next to no processor time.
#
# `bwrap --unshare-pid` has a process 1, and whoever kills bubblewrap kills that (`--die-with-parent`). With
# process 1 the kernel ends all in its namespace, and does not wait for any of them: SIGCHLD is ignored from
# then on, so that nobody's time goes to its parent. wait4 and getrusage have bubblewrap's own milliseconds
# then, also for a subreaper, whose child process 1 becomes. Only a look into /proc before the kill, or a
# control group, has what was used. Where the program ends by itself, all of it arrives. So a runner that
# ends its sandboxes when they have answered sees an accounting of nearly nothing, and a comparison of
# 'user' and 'sys' with and without a sandbox flatters the sandbox.
#
# Seen: bubblewrap 0.8.0, Linux 6.18, Python 3 (x86_64). Output seen:
#   ended by itself: 1.0 s reported of 1.0
#   killed after it: 0.0 s reported of 1.0
set -euo pipefail
command -v bwrap >/dev/null || { apt-get update -qq && apt-get install -y -qq bubblewrap; } >/dev/null
script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat >"$script" <<'PYTHON'
import ctypes, os, signal, subprocess, sys, time

PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
compute = "import time\nwhile time.process_time() < 1: pass\nprint('done', flush=True)\n"


def reported(program, kill):
    before = os.times()
    words = ["bwrap", "--unshare-user", "--unshare-pid", "--die-with-parent", "--ro-bind", "/", "/"]
    run = subprocess.Popen(words + ["--proc", "/proc", sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert run.stdout.readline() == b"done\n"
    if kill:
        run.kill()
    run.wait()
    # Process 1 is ours where its parent is gone.
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


whole = reported(compute, kill=False)
killed = reported(compute + "time.sleep(60)", kill=True)
print(f"ended by itself: {whole:.1f} s reported of 1.0")
print(f"killed after it: {killed:.1f} s reported of 1.0")
sys.exit(0 if whole > 0.9 and killed < 0.3 else 1)
PYTHON
python3 "$script"
