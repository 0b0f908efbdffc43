package se.vagvisaren.benchmarks;

import java.util.List;

/// A way to find what a text is about.
interface Retrieval extends AutoCloseable {

    /// How it is called in a table.
    String name();

    /// The ids of the life events and services that the text is most likely about, the likeliest first.
    ///
    /// @param language of the text, as a BCP 47 tag
    /// @param most     the most ids to return
    List<String> find(String text, String language, int most);

    @Override
    void close();
}
