package se.vagvisaren.api.terminal;

/// A command was called wrongly; the message says how.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
