package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells what this interface is, as DIGG's REST profile asks for.
@RestController
@Tag(name = "api-info")
final class ApiInfoController {

    static final String VERSION = "1.0.0";
    static final String DOCUMENTATION = "/vagvisaren/v1/openapi.json";
    private static final LocalDate RELEASED = LocalDate.of(2026, 11, 21);

    /// What this interface is.
    ///
    /// @param apiVersion       the version of the interface, not of the product
    /// @param apiReleased      the day on which that version came out
    /// @param apiDocumentation where it is described
    /// @param apiStatus        `active` or `deprecated`
    record ApiInfo(String apiName, String apiVersion, LocalDate apiReleased, String apiDocumentation,
            String apiStatus) {
    }

    @GetMapping(path = "/vagvisaren/api-info", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What this interface is")
    ApiInfo info() {
        return new ApiInfo("vagvisaren", VERSION, RELEASED, DOCUMENTATION, "active");
    }
}
