package se.vagvisaren.api.release;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reloads the content when it is read from a folder and a file there changes.
@Component
@ConditionalOnProperty("vagvisaren.content")
public final class ContentWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(ContentWatcher.class);

    private final ContentSource source;
    private final ReleaseStore store;
    private long seen;

    ContentWatcher(ContentSource source, ReleaseStore store) {
        this.source = source;
        this.store = store;
        this.seen = source.state();
    }

    /// Looks once whether something has changed, and reloads if so. Problems are logged; with errors the running
    /// release stays.
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    public void look() {
        try {
            var state = source.state();
            if (state == seen) {
                return;
            }
            seen = state;
        } catch (UncheckedIOException goneForNow) {
            return;
        }
        var before = store.running().id();
        store.reload().forEach(problem -> LOG.warn("{}", problem));
        var after = store.running().id();
        LOG.info(after.equals(before) ? "Innehållet {} fortsätter att gälla." : "Nytt innehåll gäller: {}.", after);
    }
}
