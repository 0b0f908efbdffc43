package se.vagvisaren.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("se.vagvisaren");

    private static final String KNOWLEDGE = "se.vagvisaren.knowledge..";
    private static final String RULES = "se.vagvisaren.rules..";
    private static final String SEARCH = "se.vagvisaren.search..";
    private static final String ENGINE = "se.vagvisaren.engine..";
    private static final String API = "se.vagvisaren.api..";

    @Test
    void the_knowledge_base_needs_none_of_the_others() {
        noClasses().that().resideInAPackage(KNOWLEDGE).should().dependOnClassesThat()
                .resideInAnyPackage(RULES, SEARCH, ENGINE, API)
                .because("what is known has to be readable by everything and must not know who reads it")
                .check(PRODUCT);
    }

    @Test
    void rules_and_search_do_not_know_each_other_nor_what_stands_on_them() {
        noClasses().that().resideInAPackage(RULES).should().dependOnClassesThat()
                .resideInAnyPackage(SEARCH, ENGINE, API)
                .because("rules judge facts, wherever the facts come from").check(PRODUCT);
        noClasses().that().resideInAPackage(SEARCH).should().dependOnClassesThat()
                .resideInAnyPackage(RULES, ENGINE, API)
                .because("search finds what a text is about, whatever follows from it").check(PRODUCT);
    }

    @Test
    void the_engine_does_not_know_who_asks() {
        noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat().resideInAPackage(API)
                .because("the same answer goes to HTTP, pages and the terminal").check(PRODUCT);
    }

    @Test
    void drools_stays_in_one_module() {
        noClasses().that().resideOutsideOfPackage(RULES).should().dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .because("the rule engine can then be upgraded, measured or replaced in one place").check(PRODUCT);
    }

    @Test
    void lucene_stays_in_one_module() {
        noClasses().that().resideOutsideOfPackage(SEARCH).should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .because("the index can then be upgraded, measured or replaced in one place").check(PRODUCT);
    }

    @Test
    void spring_and_caffeine_stay_in_one_module() {
        noClasses().that().resideOutsideOfPackage(API).should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.github.benmanes.caffeine..", "jakarta..",
                        "org.apache.catalina..")
                .because("the engine has to run and be tested without a server").check(PRODUCT);
    }

    @Test
    void nothing_that_an_editor_writes_can_be_compiled_or_run() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.kie.api.builder.KieBuilder")
                .because("a rule compiler at run time ran injected Java in a trial").check(PRODUCT);
        noClasses().should().callMethodWhere(DescribedPredicate.describe("it is called executeScript",
                        (JavaAccess<?> call) -> call.getName().equals("executeScript")))
                .because("a script from content would run with all of our rights").check(PRODUCT);
    }

    @Test
    void the_parts_of_the_api_have_no_cycles() {
        slices().matching("se.vagvisaren.api.(*)..").should().beFreeOfCycles()
                .because("each part can then be read without all the others").check(PRODUCT);
    }
}
