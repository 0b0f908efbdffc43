package se.vagvisaren.api.rest;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Everything that can be wrong with a request. The names are part of the interface and stay.
public enum ProblemType {
    /// The body is not JSON.
    MALFORMED_JSON(HttpStatus.BAD_REQUEST),
    /// A field that does not exist.
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST),
    /// An id that nothing has.
    UNKNOWN_ID(HttpStatus.BAD_REQUEST),
    /// A value of another JSON type than the field's.
    WRONG_TYPE(HttpStatus.BAD_REQUEST),
    /// A value that the field cannot have.
    IMPOSSIBLE_VALUE(HttpStatus.BAD_REQUEST),
    /// Nothing to guide on.
    MISSING_INPUT(HttpStatus.BAD_REQUEST),
    /// More entries than are read.
    TOO_MANY(HttpStatus.BAD_REQUEST),
    /// Several things of different kinds are wrong.
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    /// Nothing at that address.
    NOT_FOUND(HttpStatus.NOT_FOUND),
    /// A code that cannot be read.
    DAMAGED_CODE(HttpStatus.NOT_FOUND),
    /// A code of which nothing is known any longer.
    OUTDATED_CODE(HttpStatus.NOT_FOUND),
    /// A method that the address does not have.
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    /// No answer in the media type asked for.
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /// A body too long to be read.
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /// A body in another media type than JSON.
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /// A fault of ours.
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public HttpStatus status() {
        return status;
    }

    /// The name in addresses and message keys: `unknown-id`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Its type in the sense of RFC 9457.
    public String uri() {
        return "/vagvisaren/problems/" + id();
    }

    /// The type for a status that the framework has decided on.
    static ProblemType of(int status) {
        for (var type : new ProblemType[] {NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE}) {
            if (type.status.value() == status) {
                return type;
            }
        }
        return status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
