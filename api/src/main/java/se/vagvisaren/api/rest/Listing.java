package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/// Which part of a list is wanted, and in which language.
record Listing(@Parameter(description = "How many items a part has",
                       schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50")) Integer limit,
               @Parameter(description = "Which part, from 1",
                       schema = @Schema(minimum = "1", defaultValue = "1")) Integer page,
               @Parameter(description = "The reader's language, a BCP 47 tag") String language) {

    private static final int USUAL = 50;

    Listing {
        limit = limit == null ? USUAL : limit;
        page = page == null ? 1 : page;
    }
}
