import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

class Threads {
    static long sum(int part) {
        return LongStream.range(part * 1000L, (part + 1) * 1000L).sum();
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        List<Future<Long>> sums = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8); var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int part = 0; part < 100; part++) {
                int mine = part;
                sums.add((part % 2 == 0 ? pool : virtual).submit(() -> sum(mine)));
            }
        }
        long total = 0;
        for (var sum : sums) total += sum.get();
        System.out.println(total);
    }
}
