#!/usr/bin/env bash
# Grades samples here and through Slurm, and holds the results against each other:
#
#     Tests/Slurm/proof.sh .build/debug/grader [EXERCISE] [SUBMISSION…]
#
# Slurm is Tests/Slurm/cluster.sh's. One task is cancelled as soon as it has a report and one is sent
# back into the queue. Ends with 1 where the gradebook, a page or a verdict is not the same. As root.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
grader=$(realpath "$1")
number=${2:-05}
shift $(($# < 2 ? $# : 2))
scratch=$(mktemp -d /tmp/gradus-slurm-XXXXXX)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/class"
names=("$@")
[ ${#names[@]} -gt 0 ] || names=($(ls "$here/../../Data/Submissions/$number"))
for name in "${names[@]}"; do
  cp -r "$here/../../Data/Submissions/$number/$name" "$scratch/class/"
done

words=(batch "$scratch/class" --exercise "$number")
# 1 says that all is decided, and an archive among the samples could not be read.
"$grader" "${words[@]}" --output "$scratch/local" --seed 11 2>"$scratch/local.log" || [ $? = 1 ] || {
  tail -n 5 "$scratch/local.log"
  exit 1
}
mkdir "$scratch/slurm"
cp "$scratch/local/batch.json" "$scratch/slurm/"

cat >"$scratch/through" <<'SCRIPT'
#!/usr/bin/env bash
set -euo pipefail
grader=$1 output=$2
shift 2
"$grader" "$@" --output "$output" --engine slurm --shards 4 2>&1 | tee "$output.log"
array=$(sed -n 's/.* of job \([0-9]*\)\. .*/\1/p' "$output.log")
# As soon as tasks run and have something to lose.
until [ "$(ls "$output/reports" 2>/dev/null | wc -l)" -gt 0 ] || [ -e "$output/gradebook.csv" ]; do sleep 0.2; done
running=($(squeue -h -r -t RUNNING -j "$array" -o %i | grep _ || true))
[ ${#running[@]} -lt 1 ] || { echo "cancelling ${running[0]}"; scancel "${running[0]}"; }
[ ${#running[@]} -lt 2 ] || { echo "requeueing ${running[1]}"; scontrol requeue "${running[1]}"; }
quiet=0
for _ in $(seq 3600); do
  if [ -z "$(squeue -h)" ]; then quiet=$((quiet + 1)); else quiet=0; fi
  [ "$quiet" -lt 5 ] || break
  sleep 0.5
done
SCRIPT
chmod +x "$scratch/through"
"$here/cluster.sh" "$scratch/cluster" "$scratch/through" "$grader" "$scratch/slurm" "${words[@]}"

tail -n 3 "$scratch"/slurm/slurm/*.log | grep -v '^$' || true
python3 - "$scratch/local" "$scratch/slurm" <<'SCRIPT'
import json, pathlib, re, sys

local, slurm = map(pathlib.Path, sys.argv[1:])
faults = []

def without_times(path):
    if path.suffix == ".json":
        report = json.loads(path.read_text())
        report["build"]["seconds"] = 0
        for check in report["checks"]:
            check["seconds"] = 0
        return report
    return path.read_bytes()

files = [local / "gradebook.csv", *sorted(local.glob("reports/*.json")), *sorted(local.glob("pages/*"))]
for file in files:
    other = slurm / file.relative_to(local)
    if not other.exists() or without_times(file) != without_times(other):
        faults.append(str(file.relative_to(local)))
tasks = len(list((slurm / "slurm").glob("*_*.log")))
print(f"{len(list(local.glob('reports/*.json')))} submissions, {tasks} tasks, {len(files)} files compared, {len(faults)} not the same")
print("\n".join(faults))
sys.exit(1 if faults else 0)
SCRIPT
