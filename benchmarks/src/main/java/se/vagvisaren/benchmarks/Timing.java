package se.vagvisaren.benchmarks;

import java.util.Arrays;

/// How long single calls took, in milliseconds.
///
/// @param median       half of them took at most this
/// @param percentile99 99 of 100 took at most this
record Timing(double median, double percentile99) {

    /// The timing of these calls.
    ///
    /// @param nanos how long each took; at least one
    static Timing of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(at(sorted, .5), at(sorted, .99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
