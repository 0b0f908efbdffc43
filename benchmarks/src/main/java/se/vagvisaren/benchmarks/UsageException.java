package se.vagvisaren.benchmarks;

/// The command line asks for something that there is not. The message says what to do instead.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
