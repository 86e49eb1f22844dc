# Looks for whatever could talk to an engine.
for path in /var/run/docker.sock /run/docker.sock /run/containerd/containerd.sock /run/podman/podman.sock /run/crio/crio.sock; do
  if [ -e "$path" ]; then echo "GOT: $path"; else echo "refused: $path"; fi
done
sockets=$(find / -xdev -type s 2>/dev/null | wc -l)
if [ "$sockets" = 0 ]; then echo 'refused: any socket in the file system'; else echo "GOT: $sockets sockets in the file system"; fi
abstract=$(tail -n +2 /proc/net/unix | wc -l)
if [ "$abstract" = 0 ]; then echo 'refused: any socket of another process'; else echo "GOT: $abstract sockets of other processes"; fi
if env | grep -q DOCKER; then echo 'GOT: an address of an engine'; else echo 'refused: an address of an engine'; fi
for port in 2375 2376; do
  if (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; then echo "GOT: port $port"; else echo "refused: port $port"; fi
done
mounts=$(awk '$3 !~ /^(tmpfs|overlay|proc|sysfs|devpts|mqueue|cgroup2?|fuse-overlayfs)$/ {print $2}' /proc/mounts | grep -vxE '/etc/(resolv.conf|hostname|hosts)|/dev/console' | wc -l)
if [ "$mounts" = 0 ]; then echo 'refused: any folder of the host'; else echo "GOT: $mounts mounts of the host"; fi
echo done
