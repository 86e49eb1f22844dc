import com.sun.source.util.JavacTask;
import javax.tools.ToolProvider;

public class Main {
    public static void main(String[] args) {
        System.out.println(Build.class + " " + Ahead.class + ToolProvider.getSystemJavaCompiler());
    }
}
