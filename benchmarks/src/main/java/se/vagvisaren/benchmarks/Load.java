package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// A closed loop over HTTP: so many clients, each asking its next question when the last one has been answered.
final class Load {

    /// However fast the server is, no run asks more.
    private static final int MOST_REQUESTS = 50_000;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final List<HttpRequest> requests;

    /// @param errors answers other than 200, and none at all
    record Result(double perSecond, Timing timing, int errors) {
    }

    Load(Server server, List<String> questions) {
        var json = JsonMapper.shared();
        var address = server.address("/vagvisaren/v1/checklists");
        requests = questions.stream().map(text -> Map.of("text", text, "date", Content.DAY.toString()))
                .map(body -> HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build()).toList();
    }

    /// Asks for that long.
    Result run(int clients, Duration duration) throws InterruptedException {
        var asked = new AtomicInteger();
        var errors = new AtomicInteger();
        var times = new ArrayList<List<Long>>();
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < clients; i++) {
                var own = new ArrayList<Long>();
                times.add(own);
                threads.add(Thread.ofPlatform().start(() -> {
                    int number = asked.getAndIncrement();
                    while (System.nanoTime() < end && number < MOST_REQUESTS) {
                        long before = System.nanoTime();
                        if (!isAnswered(client, requests.get(number % requests.size()))) {
                            errors.incrementAndGet();
                        }
                        own.add(System.nanoTime() - before);
                        number = asked.getAndIncrement();
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var nanos = times.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
        return new Result(nanos.length / seconds, Timing.of(nanos), errors.get());
    }

    private static boolean isAnswered(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException unanswered) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
