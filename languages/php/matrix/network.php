<?php

$connection = @stream_socket_client('tcp://192.0.2.1:80', timeout: 2);
echo $connection ? 'connected' : 'no network', "\n";
