package se.vagvisaren.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.api.view.Texts;

/// Finds out in which language somebody reads: the one asked for, otherwise the browser's, otherwise Swedish.
@Component
final class Reader {

    private final ReleaseStore store;

    Reader(ReleaseStore store) {
        this.store = store;
    }

    /// @param asked a BCP 47 tag, or null when none was asked for
    String language(String asked, HttpServletRequest request) {
        var offered = Languages.offered(store.running().knowledge());
        return asked != null && !asked.isBlank() ? Languages.choose(asked, offered)
                : Languages.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), offered);
    }

    /// The language of an address, by its parameter `language`.
    String language(HttpServletRequest request) {
        return language(request.getParameter("language"), request);
    }

    Texts texts(HttpServletRequest request) {
        return Texts.in(language(request));
    }
}
