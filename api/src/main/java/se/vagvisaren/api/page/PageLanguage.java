package se.vagvisaren.api.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.LocaleResolver;

/// Tells the view in which language a page has turned out to be, so that the answer's `Content-Language` says the same.
@Component("localeResolver")
final class PageLanguage implements LocaleResolver {

    private static final String ATTRIBUTE = PageLanguage.class.getName();

    /// The language of the page that answers the current request.
    static void is(String language) {
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, Locale.forLanguageTag(language), RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Locale page ? page : request.getLocale();
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("The language is the page's.");
    }
}
