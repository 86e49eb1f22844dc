import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that the sandbox started before there was a request: it makes itself warm, and waits to be told its arguments. */
final class Ahead {
    private static final int TALK = 3;

    private Ahead() {}

    /** The arguments of the request: those that were given, where nothing is to be waited for. */
    static String[] arguments(String[] given) throws IOException, ReflectiveOperationException {
        if (!isAsked()) return given;
        try (var in = new FileInputStream(talk()); var out = new FileOutputStream(in.getFD())) {
            new Rehearsal(() -> hasHeard(in)).play();
            out.write(1);
            return argumentsOf(messageFrom(in));
        }
    }

    private static boolean isAsked() throws IOException {
        var talk = Path.of("/proc/self/fd/" + TALK);
        return System.getenv("BUGDRILL_BOOT") != null && Files.readSymbolicLink(talk).toString().startsWith("socket:");
    }

    /** A socket has no name by which it could be opened. */
    private static FileDescriptor talk() throws ReflectiveOperationException {
        var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return constructor.newInstance(TALK);
    }

    private static boolean hasHeard(FileInputStream in) {
        try {
            return in.available() > 0;
        } catch (IOException error) {
            return true;
        }
    }

    private static ByteBuffer messageFrom(FileInputStream in) throws IOException {
        return read(in, read(in, Integer.BYTES).getInt());
    }

    /** When nothing comes any more, nobody wants this process. */
    private static ByteBuffer read(FileInputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) Runtime.getRuntime().halt(1);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The environment follows them. It is the one that this process has: no request changes a compiler's. */
    private static String[] argumentsOf(ByteBuffer message) {
        var arguments = new String[Short.toUnsignedInt(message.getShort())];
        for (int at = 0; at < arguments.length; at++) {
            var bytes = new byte[Short.toUnsignedInt(message.getShort())];
            message.get(bytes);
            arguments[at] = new String(bytes, StandardCharsets.UTF_8);
        }
        return arguments;
    }
}
