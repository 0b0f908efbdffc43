package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;

/// Every case that the shipped content's services name, judged on its day. Each links to the line that it stands on.
class ContentCasesTest {

    private static final Path CONTENT = Path.of("../knowledge-base/content");

    @TestFactory
    Stream<DynamicTest> every_case_of_every_service_holds() {
        var cases = new ServiceCases(ContentLoader.load(ContentFile.below(CONTENT)).orThrow());
        return cases.all().map(each -> dynamicTest(each.service().id() + ": " + each.written().name(),
                CONTENT.resolve(each.written().at().file()).toUri().resolve("?line=" + each.written().at().line()),
                () -> assertThat(cases.run(each)).isEmpty()));
    }
}
