package se.vagvisaren.api;

import java.util.Arrays;
import org.slf4j.Logger;

/// Logs faults of ours without their messages: these may hold what a visitor wrote.
public final class Faults {

    private static final int FRAMES = 12;

    private Faults() {
    }

    /// Logs of which kind a fault is and where it happened.
    public static void log(Logger log, Exception fault) {
        log.error("{} at {}", fault.getClass().getName(),
                Arrays.stream(fault.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString).toList());
    }
}
