# What a shell can see of the walls without touching them much.
attempt() {
  if [ "$2" = 0 ]; then echo "GOT: $1"; else echo "refused: $1"; fi
}
refuses() {
  local what=$1
  shift
  "$@" >/dev/null 2>&1
  attempt "$what" $?
}
field() { sed -n "s/^$1:[[:space:]]*//p" /proc/self/status; }

refuses 'be root' [ "$(id -u)" -eq 0 ]
refuses 'be in a group of root' grep -qw 0 <<< "$(id -G)"
refuses 'have a capability' grep -q '[^0]' <<< "$(field CapEff)$(field CapPrm)$(field CapAmb)"
refuses 'gain privileges from a program' [ "$(field NoNewPrivs)" != 1 ]
refuses 'make any system call' [ "$(field Seccomp)" != 2 ]
refuses 'signal the agent' kill -KILL 1
refuses 'see where the agent’s memory is' grep -q . /proc/1/maps
refuses 'read the agent’s environment' grep -qz . /proc/1/environ
refuses 'see a network' grep -qv '^ *lo:' <(tail -n +3 /proc/net/dev)
refuses 'have a route' grep -q . <(tail -n +2 /proc/net/route)
refuses 'reach a machine' bash -c 'exec 3<>/dev/tcp/192.0.2.1/80'
refuses 'write to the root file system' touch /etc/probe /usr/probe /probe
refuses 'write to the kernel’s settings' bash -c 'echo x > /proc/sys/kernel/hostname'
for limit in memory/memory.limit_in_bytes memory.max pids/pids.max pids.max cpu/cpu.cfs_quota_us cpu.max; do
  refuses "change $limit" test -w "/sys/fs/cgroup/$limit"
done
refuses 'see an engine’s socket' ls /var/run/docker.sock /run/containerd/containerd.sock
refuses 'make a device' mknod /work/disk b 8 0
refuses 'see the host’s processes' [ "$(ls -d /proc/[0-9]* | wc -l)" -gt 10 ]
echo done
