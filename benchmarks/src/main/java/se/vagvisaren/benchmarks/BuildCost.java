package se.vagvisaren.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/// What it takes to make something that is then kept.
///
/// @param millis    the median time of a few times
/// @param megabytes what it keeps of the heap
record BuildCost(double millis, double megabytes) {

    /// Makes it that many times.
    ///
    /// @param make makes it; what it is made from is not counted
    static BuildCost of(int times, Supplier<?> make) {
        var nanos = new long[times];
        double megabytes = 0;
        for (int i = 0; i < times; i++) {
            long before = used();
            long start = System.nanoTime();
            var made = make.get();
            nanos[i] = System.nanoTime() - start;
            megabytes = (used() - before) / 1e6;
            close(made);
        }
        Arrays.sort(nanos);
        return new BuildCost(nanos[times / 2] / 1e6, megabytes);
    }

    private static void close(Object made) {
        if (made instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception impossible) {
                throw new IllegalStateException("What was built for measuring cannot be closed.", impossible);
            }
        }
    }

    /// One collection may leave something to the next.
    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
