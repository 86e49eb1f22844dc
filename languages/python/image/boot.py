
# Boot ahead: the sandbox's agent started this interpreter before there was a request. It says on descriptor 3 that it is up,
# waits there for the arguments and the environment, and goes on as a plain start would: nothing of this may be left.
# With BUGDRILL_FORKS it never goes on itself: forks of it do, each from the line below on.
import os
if os.environ.get('BUGDRILL_BOOT') == '3':
    def boot():
        import sys
        try:
            is_socket = os.fstat(3).st_mode & 0o170000 == 0o140000
        except OSError:
            is_socket = False
        if not is_socket:
            return

        def serve_forks():
            import _imp
            from _frozen_importlib import ModuleSpec
            try:
                _imp.create_dynamic(ModuleSpec('forks', None, origin='/usr/local/lib/bugdrill/forks.so'))
            except StopIteration:
                return
            except BaseException:
                pass
            # It could not serve: it has a privilege that no program may have.
            os._exit(1)

        if os.environ.pop('BUGDRILL_FORKS', None) == '3':
            serve_forks()

        def take(length):
            data = b''
            while len(data) < length:
                piece = os.read(3, length - len(data))
                if not piece:
                    os._exit(0)
                data += piece
            return data

        def texts(at):
            found = []
            for _ in range(int.from_bytes(message[at:at + 2], 'little')):
                start = at + 4
                at = start - 2 + int.from_bytes(message[start - 2:start], 'little')
                found.append(os.fsdecode(message[start:at + 2]))
            return found, at + 2

        del os.environ['BUGDRILL_BOOT']
        os.write(3, b'!')
        message = take(int.from_bytes(take(4), 'little'))
        os.close(3)
        args, at = texts(0)
        pairs, _ = texts(at)
        sys.argv += args
        sys.orig_argv += args
        env = dict(pair.split('=', 1) for pair in pairs)
        for name in [name for name in os.environ if name not in env]:
            del os.environ[name]
        for name, value in env.items():
            if os.environ.get(name) != value:
                os.environ[name] = value
    boot()
    del boot
del os
