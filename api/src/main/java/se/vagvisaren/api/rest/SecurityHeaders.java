package se.vagvisaren.api.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells browsers to run nothing but our own files, to show us in nobody's frame and to tell nobody where one came
/// from.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders implements Filter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var headers = (HttpServletResponse) response;
        headers.setHeader("Content-Security-Policy", POLICY);
        headers.setHeader("X-Content-Type-Options", "nosniff");
        headers.setHeader("X-Frame-Options", "DENY");
        headers.setHeader("Referrer-Policy", "no-referrer");
        headers.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        chain.doFilter(request, response);
    }
}
