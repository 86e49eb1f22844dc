await Deno.stdin.readable.pipeTo(Deno.stdout.writable);
