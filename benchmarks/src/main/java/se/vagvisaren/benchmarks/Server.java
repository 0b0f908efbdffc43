package se.vagvisaren.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// The product's own jar, run as a process of its own on a free port of 127.0.0.1, until it is closed.
final class Server implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final int LONGEST_START_SECONDS = 180;

    private final Process process;
    private final Thread whenStopped;
    private final int port;

    /// Starts it and waits until it answers.
    ///
    /// @throws UsageException when the jar has not been built
    /// @throws IllegalStateException when it does not start
    Server(Path jar) {
        if (!Files.exists(jar)) {
            throw new UsageException("The server's jar is not there. Build it:"
                    + " mvn -q -pl benchmarks -am package -DskipTests");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            process = new ProcessBuilder(java, "-jar", jar.toString(), "--server.port=0", "--server.address=127.0.0.1")
                    .redirectErrorStream(true).start();
        } catch (IOException failed) {
            throw new UncheckedIOException("The server cannot be started.", failed);
        }
        whenStopped = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(whenStopped);
        var found = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> read(process.inputReader(), found));
        try {
            port = found.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            close();
            throw new IllegalStateException("The server did not start", failed);
        }
    }

    /// What the server prints has to be read to its end, or it would wait.
    private static void read(BufferedReader output, CompletableFuture<Integer> port) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var address = ADDRESS.matcher(line);
                if (address.find()) {
                    port.complete(Integer.parseInt(address.group(1)));
                }
            }
            port.completeExceptionally(new IllegalStateException("It ended without an address"));
        } catch (IOException closed) {
            port.completeExceptionally(closed);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
