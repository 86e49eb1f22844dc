import java.util.*;

public class Main {
    static <T> T[] all(T... values) { return values; }

    public static void main(String[] args) {
        List raw = new ArrayList();
        raw.add("text");
        List<String> words = raw;
        Map<String, Integer> map = (Map<String, Integer>) (Object) new HashMap();
        System.out.println(words.get(0) + map.size() + all(new ArrayList<String>()).length);
    }
}
