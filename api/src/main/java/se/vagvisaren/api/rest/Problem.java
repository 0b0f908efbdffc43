package se.vagvisaren.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.vagvisaren.api.view.Texts;

/// What is wrong with a request (RFC 9457). Never repeats what was sent.
///
/// @param type   the kind of problem, a path that stays
/// @param title  the kind of problem in words
/// @param detail what to do about it
/// @param errors each thing that is wrong with the body or the parameters
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    /// One thing that is wrong.
    ///
    /// @param pointer a JSON pointer into the body, or `?name` for a parameter of the address; where a name itself is
    ///                wrong it points at what the name stands in
    /// @param detail  what is wrong
    /// @param allowed what may stand there, where that can be listed
    public record FieldError(String pointer, String detail,
                             @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {
    }

    static Problem of(ProblemType type, Texts texts, List<FieldError> errors) {
        var key = "problem." + type.id();
        return new Problem(type.uri(), texts.get(key + ".title"), type.status().value(), texts.get(key + ".detail"),
                errors);
    }

    ResponseEntity<Object> answer(HttpHeaders headers) {
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore()).body(this);
    }
}
