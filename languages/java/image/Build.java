import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;

/** javac, which then writes down what to run: the entry's class with a main method, whatever its name and package. */
public final class Build {
    static final List<String> OPTIONS = List.of("-d", "classes", "-proc:none", "-Xlint:deprecation", "-Xlint:unchecked");
    private static CompilationUnitTree entry;

    /** The entry, then all sources: given, or handed over to a process that waits. */
    public static void main(String[] given) throws IOException, ReflectiveOperationException {
        var args = Ahead.arguments(given);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var sources = files.getJavaFileObjects(Arrays.copyOfRange(args, 1, args.length));
        Files.createDirectories(Path.of("classes"));
        var task = (JavacTask) compiler.getTask(null, files, null, OPTIONS, null, sources);
        var entryFile = files.getJavaFileObjects(args[0]).iterator().next();
        task.addTaskListener(new TaskListener() {
            @Override
            public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.PARSE && event.getSourceFile().equals(entryFile)) {
                    entry = event.getCompilationUnit();
                }
            }
        });
        if (!task.call()) System.exit(1);
        if (entry == null) throw new IOException(args[0] + " is no Java file");
        Files.writeString(Path.of("program"), "-cp classes:.\n" + mainClass() + "\n");
    }

    private static String mainClass() {
        var classes = entry.getTypeDecls().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast).toList();
        var main = classes.stream().filter(Build::hasMain).findFirst().or(() -> classes.stream().findFirst());
        var name = main.map(found -> found.getSimpleName().toString()).orElse("Main");
        return entry.getPackageName() == null ? name : entry.getPackageName() + "." + name;
    }

    private static boolean hasMain(ClassTree type) {
        return type.getMembers().stream().anyMatch(member -> member instanceof MethodTree method && method.getName().contentEquals("main"));
    }
}
