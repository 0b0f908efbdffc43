package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what goes wrong outside of the controllers with a problem, too.
@Hidden
@RestController
final class ProblemErrorController implements ErrorController {

    private final Reader reader;

    ProblemErrorController(Reader reader) {
        this.reader = reader;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return Problem.of(ProblemType.of(status), reader.texts(request), List.of()).answer(new HttpHeaders());
    }
}
