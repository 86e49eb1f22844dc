console.log(require('node:v8').getHeapStatistics().heap_size_limit >> 20, process.constrainedMemory() > 0);
