"""Processor time of a program with all that it starts, those among it that are killed.

Who waits is told of those alone that were waited for, and of a sandbox that is ended nearly nothing
(`findings/killed-sandbox-reports-no-time.sh`). A control group counts all; making one takes an administrator.
"""

import contextlib
import os
import resource
from pathlib import Path


def own_group():
    """The control group that we are in, where there are such of version 2."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    places = [words[1] for words in mounts if words[2] == "cgroup2"]
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    names = [line[3:] for line in lines if line.startswith("0::")]
    return Path(places[0] + names[0]) if places and names else None


class Meter:
    """Counts from `with Meter() as meter:` on whatever is started with `preexec_fn=meter.enter`."""

    def __enter__(self):
        self.group = None
        try:
            group = own_group() / f"gradus-meter-{os.getpid()}"
            group.mkdir()
            self.group = group
        except (OSError, TypeError):
            self.before = resource.getrusage(resource.RUSAGE_CHILDREN)
        return self

    def enter(self):
        if self.group:
            (self.group / "cgroup.procs").write_text(str(os.getpid()))

    @property
    def seconds(self):
        """Without a control group, of those that were waited for."""
        if self.group:
            lines = (self.group / "cpu.stat").read_text().splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("usage_usec")) / 1e6
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        return now.ru_utime + now.ru_stime - self.before.ru_utime - self.before.ru_stime

    @property
    def remark(self):
        """What is to be said of the seconds."""
        return "" if self.group else " or more: what was killed is not counted without a control group"

    def __exit__(self, *_):
        # Who has outlived the program keeps the group, and is for others to tell of.
        with contextlib.suppress(OSError):
            if self.group:
                self.group.rmdir()
