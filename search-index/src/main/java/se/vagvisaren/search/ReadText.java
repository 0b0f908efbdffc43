package se.vagvisaren.search;

import java.util.List;

/// A text that was looked up once. For one thread.
public interface ReadText {

    /// What a part of a text may be about.
    ///
    /// @param hits    life events and services, the surest first; empty when no word of the part is known
    /// @param crises  emergencies, the surest first
    /// @param vague   how sure it is that nobody could tell, from 0 to 1
    /// @param foreign how sure it is that it is nothing that any authority has to do with
    record About(List<SearchHit> hits, List<Emergency> crises, double vague, double foreign) {
    }

    /// An emergency that it may be.
    ///
    /// @param id         of the crisis
    /// @param confidence how sure it is that the text tells of this one, from 0 to 1
    record Emergency(String id, double confidence) {
    }

    /// The language that the text is written in, as a BCP 47 tag: that of the page unless another one clearly knows more of
    /// its words.
    String language();

    /// What some parts of the text, taken together, may be about; asked again, it is remembered. The confidences of all that
    /// there is, of which the most likely are returned, of its being vague and of its being foreign come to one.
    ///
    /// @param parts in UTF-16 units, the ends excluded
    /// @param most  the most hits to return
    About about(List<SearchHit.Span> parts, int most);

    /// The hits of one part.
    default List<SearchHit> hits(int start, int end, int most) {
        return about(List.of(new SearchHit.Span(start, end)), most).hits();
    }
}
