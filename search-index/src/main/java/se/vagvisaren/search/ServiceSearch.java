package se.vagvisaren.search;

import java.util.List;

/// Finds what a text is about.
public interface ServiceSearch {

    /// Reads a text, so that the whole of it and each of its parts can be asked for what they are about.
    ///
    /// @param text     what the visitor wrote
    /// @param language the language of the page, as a BCP 47 tag; texts in another language are understood all the same
    /// @param places   where the text names a place, in UTF-16 units: which one says nothing of what is wanted
    ReadText read(String text, String language, List<SearchHit.Span> places);

    /// The life events and services that a text may be about, the surest first; empty when no word of it is known.
    ///
    /// @param most the most hits to return
    default List<SearchHit> search(String text, String language, int most) {
        return read(text, language, List.of()).hits(0, text.length(), most);
    }

    /// Life events and services whose names begin like the text, for search as you type, the best first.
    List<SearchHit> suggest(String beginning, String language, int most);
}
