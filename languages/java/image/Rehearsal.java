import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a program that is right and one that is not, and keeps nothing: javac's own code is then loaded, and compiled where it is hot. */
final class Rehearsal {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/share/bugdrill/Warm.java"), Path.of("/usr/share/bugdrill/Faulty.java"));

    private final BooleanSupplier isOver;

    /** To be broken off when the request is there. */
    Rehearsal(BooleanSupplier isOver) {
        this.isOver = isOver;
    }

    void play() throws IOException {
        try {
            for (var program : PROGRAMS) compile(program);
            System.gc();
        } catch (CancellationException wanted) {
            // What was loaded so far is of use to the request too.
        }
    }

    private void compile(Path program) throws IOException {
        breakOff();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjects(program);
            var task = (JavacTask) compiler.getTask(Writer.nullWriter(), new Nowhere(files), null, Build.OPTIONS, null, sources);
            task.addTaskListener(new TaskListener() {
                @Override
                public void started(TaskEvent event) {
                    breakOff();
                }
            });
            task.call();
        } catch (CancellationException wanted) {
            throw wanted;
        } catch (RuntimeException wrapped) {
            if (wrapped.getCause() instanceof CancellationException wanted) throw wanted;
            throw wrapped;
        }
    }

    private void breakOff() {
        if (isOver.getAsBoolean()) throw new CancellationException();
    }

    private static final class Nowhere extends ForwardingJavaFileManager<StandardJavaFileManager> {
        Nowhere(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("nowhere:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }
    }
}
