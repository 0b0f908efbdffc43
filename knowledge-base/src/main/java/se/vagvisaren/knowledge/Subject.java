package se.vagvisaren.knowledge;

import java.util.Locale;
import java.util.Optional;

/// Whom something is about: the visitor, a relative, the company.
///
/// @param kind   what the subject is to the visitor
/// @param number from 1, for children; 0 for all others, of whom there is one
public record Subject(Kind kind, int number) implements Comparable<Subject> {

    /// What a subject is to the visitor, in the order in which they are listed.
    public enum Kind {
        VISITOR, PARTNER, CHILD, DECEASED, HELPED, COMPANY;

        /// The kind's name in content and over HTTP.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind with that name, if there is one.
        public static Optional<Kind> of(String id) {
            for (var kind : values()) {
                if (kind.id().equals(id)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public static final Subject VISITOR = new Subject(Kind.VISITOR, 0);

    /// The most children that one request may name.
    public static final int MOST_CHILDREN = 20;

    /// The child with that number, counted from 1.
    public static Subject child(int number) {
        return new Subject(Kind.CHILD, number);
    }

    /// The first (or only) subject of a kind.
    public static Subject first(Kind kind) {
        return new Subject(kind, kind == Kind.CHILD ? 1 : 0);
    }

    /// Reads `visitor`, `child/1`, `company` …; empty when it is none of them.
    public static Optional<Subject> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Kind.of(text).map(Subject::first);
        }
        if (!text.startsWith("child/") || !text.substring(slash + 1).matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text.substring(slash + 1));
        return number <= MOST_CHILDREN ? Optional.of(child(number)) : Optional.empty();
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return kind == Kind.CHILD ? kind.id() + "/" + number : kind.id();
    }
}
