package se.vagvisaren.api.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.knowledge.LocalText;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem what never reaches the application, such as an address that is none.
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    /// Made by Tomcat, by name.
    public ProblemValve() {
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = Problem.of(ProblemType.of(response.getStatus()), Texts.in(LocalText.SWEDISH), List.of());
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there to read it, or something was written already: the status alone has to do.
            response.setSuspended(true);
        }
    }
}
