if (: </dev/tcp/192.0.2.1/80) 2>/dev/null; then
  echo "connected"
else
  echo "no network"
fi
