package se.vagvisaren.search;

import java.util.List;

/// Finds what a text is about.
public interface ServiceSearch {

    /// The life events and services that a text may be about, the surest first; empty when no word of it is known.
    ///
    /// @param text     what the visitor wrote, or a part of it
    /// @param language the language of the page, as a BCP 47 tag; texts in another language are understood all the same
    /// @param most     the most hits to return
    List<SearchHit> search(String text, String language, int most);

    /// Life events and services whose names begin like the text, for search as you type, the best first.
    List<SearchHit> suggest(String beginning, String language, int most);
}
