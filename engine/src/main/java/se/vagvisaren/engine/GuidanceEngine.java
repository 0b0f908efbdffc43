package se.vagvisaren.engine;

import se.vagvisaren.knowledge.KnowledgeBase;

/// Answers questions from the content in force during one period. Thread-safe.
public final class GuidanceEngine implements AutoCloseable {

    private final KnowledgeBase knowledge;

    /// Compiles the rules and builds the index of what is in force.
    public GuidanceEngine(KnowledgeBase inForce) {
        this.knowledge = inForce;
    }

    /// What is in force.
    public KnowledgeBase knowledge() {
        return knowledge;
    }

    /// Answers a question.
    ///
    /// @throws IllegalArgumentException never for anything that a visitor wrote: unknown ids are to be refused before
    public Guidance guide(GuidanceRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
    }
}
