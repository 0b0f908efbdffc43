package se.vagvisaren.api.release;

import se.vagvisaren.engine.GuidanceEngine;

/// An engine that is closed when it is no longer kept and the last request using it is done.
final class KeptEngine {

    private final GuidanceEngine engine;
    private int users;
    private boolean retired;

    KeptEngine(GuidanceEngine engine) {
        this.engine = engine;
    }

    GuidanceEngine engine() {
        return engine;
    }

    /// Whether it may be used; then [#leave()] has to follow.
    synchronized boolean enter() {
        if (!retired) {
            users++;
        }
        return !retired;
    }

    synchronized void leave() {
        users--;
        closeWhenDone();
    }

    synchronized void retire() {
        retired = true;
        closeWhenDone();
    }

    private void closeWhenDone() {
        if (retired && users == 0) {
            engine.close();
        }
    }
}
