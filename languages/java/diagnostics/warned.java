import java.util.ArrayList;
import java.util.List;

class Warned {
    public static void main(String[] args) {
        List names = new ArrayList<String>();
        names.add("Ada");
        System.out.println(names);
    }
}
