package se.vagvisaren.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import se.vagvisaren.api.Faults;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.knowledge.LocalText;

/// Answers everything that goes wrong with a problem in the reader's language.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Reader reader;

    ProblemAdvice(Reader reader) {
        this.reader = reader;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException wrong) {
        return wrong.problem().answer(new HttpHeaders());
    }

    /// A fault of ours.
    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, HttpServletRequest request) {
        Faults.log(LOG, fault);
        return Problem.of(ProblemType.INTERNAL_ERROR, reader.texts(request), List.of()).answer(new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException wrong, HttpHeaders headers,
                                                        HttpStatusCode status, WebRequest request) {
        var name = wrong instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        return parameter(ProblemType.WRONG_TYPE, List.of(name), "error.parameter", headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException wrong,
                                                                  HttpHeaders headers, HttpStatusCode status,
                                                                  WebRequest request) {
        var names = wrong.getFieldErrors().stream().map(FieldError::getField).distinct().toList();
        return parameter(ProblemType.WRONG_TYPE, names, "error.parameter", headers, request);
    }

    /// Parameters that are not encoded as they have to be.
    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException unreadable) {
        return Problem.of(ProblemType.INVALID_REQUEST, Texts.in(LocalText.SWEDISH), List.of())
                .answer(new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return parameter(ProblemType.MISSING_INPUT, List.of(missing.getParameterName()), "error.parameter.missing",
                headers, request);
    }

    private ResponseEntity<Object> parameter(ProblemType type, List<String> names, String key, HttpHeaders headers,
                                             WebRequest request) {
        var texts = reader.texts(((ServletWebRequest) request).getRequest());
        var errors = names.stream().map(name -> new Problem.FieldError("?" + name, texts.get(key), List.of())).toList();
        return Problem.of(type, texts, errors).answer(headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception wrong, Object body, HttpHeaders headers,
                                                             HttpStatusCode status, WebRequest request) {
        var texts = reader.texts(((ServletWebRequest) request).getRequest());
        return Problem.of(ProblemType.of(status.value()), texts, List.of()).answer(headers);
    }
}
