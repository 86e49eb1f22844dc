import asyncio, signal, sys
async def tell(n):
    await asyncio.sleep(0.001 * n)
    return n
async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.get_debug(), await asyncio.gather(*map(tell, range(3))))
    process = await asyncio.create_subprocess_exec(sys.executable, '-c', 'print(input())', stdin=-1, stdout=-1)
    print(await process.communicate(b'through\n'))
    loop.add_signal_handler(signal.SIGUSR1, print, 'signalled')
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(await reader.read())
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)
async def fail(): raise ValueError('nobody waits')
asyncio.run(main())
