package se.vagvisaren.api.release;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the content when the server cannot start on it.
final class BrokenContentAnalyzer extends AbstractFailureAnalyzer<BrokenContentException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BrokenContentException broken) {
        return new FailureAnalysis("Innehållet har fel:\n\n" + broken.getMessage(),
                "Rätta felen och starta igen. Kommandot check skriver ut samma lista.", broken);
    }
}
