package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs JMH: each method in a Java process of its own, one thread, warm, every call timed.
final class Microbenchmarks {

    private final Settings settings;
    private final Path logs;

    /// @param logs the folder for what JMH itself has to say
    Microbenchmarks(Settings settings, Path logs) {
        this.settings = settings;
        this.logs = logs;
    }

    /// Measures all methods of a benchmark.
    ///
    /// @return by method name
    Map<String, Timing> run(Class<?> benchmark, Map<String, String> parameters) {
        var name = benchmark.getSimpleName() + parameters.getOrDefault("content", "");
        try {
            Files.createDirectories(logs);
            var options = new OptionsBuilder().include("^" + Pattern.quote(benchmark.getName()) + "\\.")
                    .forks(1).threads(1)
                    .warmupIterations(settings.quick() ? 1 : 4).warmupTime(TimeValue.seconds(settings.quick() ? 4 : 5))
                    .measurementIterations(settings.quick() ? 1 : 5)
                    .measurementTime(TimeValue.seconds(settings.quick() ? 3 : 5))
                    .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                    .shouldFailOnError(true).output(logs.resolve(name + ".log").toString());
            parameters.forEach(options::param);
            var timings = new HashMap<String, Timing>();
            for (var result : new Runner(options.build()).run()) {
                var label = result.getPrimaryResult().getLabel();
                var statistics = result.getPrimaryResult().getStatistics();
                timings.put(label, new Timing(statistics.getPercentile(50), statistics.getPercentile(99)));
            }
            return timings;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The logs cannot be written.", unwritable);
        } catch (RunnerException failed) {
            throw new IllegalStateException(name + " did not run to its end; " + logs.resolve(name + ".log")
                    + " says why", failed);
        }
    }
}
