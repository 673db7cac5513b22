#!/usr/bin/env bash
# A cluster of one machine, on loopback, for as long as it takes to run a command on it:
#
#     Tests/Slurm/cluster.sh FOLDER COMMAND…
#
# Installs Debian's slurm-wlm and munge where they are not there (as root), starts their daemons with all
# they write in FOLDER, runs COMMAND, and ends the daemons, however COMMAND ends. No service is set up.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift

if ! command -v slurmctld >/dev/null || ! command -v munged >/dev/null; then
  # Exit status 101: no package may start a service.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge >/dev/null
fi

mkdir -p "$folder"/{munge,state,spool}
chmod 755 "$folder" "$folder/munge"
dd if=/dev/urandom of="$folder/munge/key" bs=1024 count=1 status=none
chmod 400 "$folder/munge/key"
host=$(hostname -s)
cores=$(nproc)
memory=$(awk '/MemTotal/ { print int($2 / 1024 * 0.9) }' /proc/meminfo)
socket=$folder/munge/socket
# Ports of its own, so that a cluster that is there is not disturbed.
port=$((20000 + RANDOM % 10000 * 2))

# jobacct_gather/linux has slurmstepd crash on some kernels; cgroups need an administrator's set-up.
cat >"$folder/slurm.conf" <<CONF
ClusterName=gradus
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$socket
CryptoType=crypto/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SlurmctldPort=$port
SlurmdPort=$((port + 1))
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=5,bf_interval=5
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
KillWait=10
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores RealMemory=$memory State=UNKNOWN
PartitionName=grade Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf MUNGE_SOCKET=$socket

children=()
end() {
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  for child in "${children[@]}"; do wait "$child" 2>/dev/null || true; done
}
trap end EXIT
# In the foreground of a shell of ours, so that each is a child whose number is known.
munged --foreground --force --key-file="$folder/munge/key" --socket="$socket" \
  --pid-file="$folder/munge/pid" --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" \
  >/dev/null 2>&1 &
children+=($!)
for _ in $(seq 50); do [ -S "$socket" ] && break || sleep 0.1; done
slurmctld -D -i -f "$SLURM_CONF" >/dev/null 2>&1 &
children+=($!)
slurmd -D -N "$host" -f "$SLURM_CONF" >/dev/null 2>&1 &
children+=($!)
for _ in $(seq 60); do
  sinfo -h -o %t 2>/dev/null | grep -q idle && break || sleep 0.5
done
sinfo -h -o 'cluster of one machine: %P %t %c cores %m MB'

status=0
"$@" || status=$?
exit "$status"
