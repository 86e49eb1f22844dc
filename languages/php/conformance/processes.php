<?php

$pid = pcntl_fork();
if ($pid === 0) {
    echo "from the child\n";
    exit(4);
}
pcntl_waitpid($pid, $status);
echo pcntl_wexitstatus($status), "\n";

echo shell_exec('echo from a shell');
file_put_contents('notes.txt', "kept\n");
echo file_get_contents('notes.txt');
