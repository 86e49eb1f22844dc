import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.script.ScriptEngineManager;

class StandardLibrary {
    interface Greeter {
        String greet();
    }

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        System.out.println(BigInteger.TWO.pow(100));
        System.out.println(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest("java".getBytes())));
        System.out.println(LocalDateTime.of(2024, 7, 1, 12, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant());
        System.out.println(String.format(Locale.GERMANY, "%,.2f", 1234.5));
        System.out.println(Pattern.compile("\\d+").matcher("a 12 b 3").results().map(found -> found.group()).toList());
        System.out.println(Charset.defaultCharset() + " " + "grüße".length());

        Path file = Files.createTempFile("note", ".txt");
        Files.writeString(file, "kept\n");
        System.out.print(Files.readString(file));
        System.out.println(new ScriptEngineManager().getEngineFactories().size());
        Logger.getGlobal().fine("not seen");
        Greeter greeter = () -> "hello from a lambda";
        System.out.println(greeter.greet());
    }
}
