import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** kotlinc, which then writes down what to run: the entry's class with a main function, whatever its name and package. */
public final class Build {
    private static final String LIBRARIES = "/usr/local/kotlin/lib/";
    private static final List<String> USED = List.of("kotlin-stdlib.jar", "kotlin-reflect.jar", "kotlinx-coroutines-core-jvm.jar");
    /** Nothing that a program uses: an archive of classes is for a class path that begins as that of the run which it was made in. */
    private static final String WARM = LIBRARIES + "warm.jar";
    private static final Path CLASSES = Path.of("classes");

    /** The entry, then all sources. */
    public static void main(String[] args) throws IOException {
        var libraries = String.join(":", USED.stream().map(LIBRARIES::concat).toList());
        var options = new ArrayList<>(List.of("-d", CLASSES.toString(), "-cp", libraries, "-jdk-home", "/usr/local/java"));
        options.addAll(List.of("-no-stdlib", "-no-reflect", "-module-name", "main"));
        options.addAll(Arrays.asList(args).subList(1, args.length));
        Files.createDirectories(CLASSES);
        var code = new K2JVMCompiler().exec(System.err, options.toArray(String[]::new));
        if (code != ExitCode.OK) System.exit(1);
        Files.writeString(Path.of("program"), "-cp " + libraries + ":" + WARM + ":classes:.\n" + mainClass(args[0]) + "\n");
        System.exit(0);
    }

    /** Of the classes that the entry became, the one with a main function; where there is none, what Kotlin would call it. */
    private static String mainClass(String entry) throws IOException {
        var file = Path.of(entry).getFileName().toString();
        try (var paths = Files.walk(CLASSES)) {
            for (var path : paths.filter(found -> found.toString().endsWith(".class")).sorted().toList()) {
                var model = ClassFile.of().parse(path);
                if (isFrom(model, file) && hasMain(model)) return model.thisClass().asInternalName().replace('/', '.');
            }
        }
        var name = file.substring(0, file.lastIndexOf('.'));
        return name.substring(0, 1).toUpperCase() + name.substring(1) + "Kt";
    }

    private static boolean isFrom(ClassModel model, String file) {
        return model.findAttribute(Attributes.sourceFile()).filter(found -> found.sourceFile().equalsString(file)).isPresent();
    }

    private static boolean hasMain(ClassModel model) {
        return model.methods().stream().anyMatch(method -> method.methodName().equalsString("main")
            && method.methodType().equalsString("([Ljava/lang/String;)V")
            && method.flags().has(AccessFlag.STATIC));
    }
}
