package se.vagvisaren.api.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.vagvisaren.api.Http;
import tools.jackson.databind.JsonNode;

/// A checklist as it came over HTTP, read the way an officer would.
record Checklist(JsonNode json) {

    static Checklist of(Http http, String request) {
        var answer = http.ask(request);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return new Checklist(answer.json());
    }

    String outcome() {
        return json.path("outcome").stringValue();
    }

    Stream<JsonNode> steps() {
        return json.path("steps").valueStream();
    }

    /// The services in the list, each once, in order.
    List<String> services() {
        return steps().map(step -> step.path("service").path("id").stringValue()).distinct().toList();
    }

    /// The authorities in the list, by role where a local holder is shown.
    Set<String> authorities() {
        return steps().map(step -> step.path("authority")).map(authority -> authority.path("role").isNull()
                ? authority.path("id").stringValue() : authority.path("role").stringValue()).collect(Collectors.toSet());
    }

    /// The first step of a service.
    JsonNode service(String id) {
        return steps().filter(step -> step.path("service").path("id").stringValue().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + services()));
    }

    JsonNode step(String id) {
        return steps().filter(step -> step.path("id").stringValue().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + steps().map(step -> step.path("id").stringValue()).toList()));
    }

    String desk(String step) {
        return step(step).path("desk").path("scope").stringValue();
    }

    /// The facts asked for, as `child/1 alder`.
    List<String> questions() {
        return json.path("questions").valueStream()
                .map(question -> question.path("subject").stringValue() + " " + question.path("fact").stringValue()).toList();
    }

    List<String> related() {
        return json.path("related").valueStream().map(each -> each.path("service").path("id").stringValue()).toList();
    }

    /// What is known, as `visitor kommun=1280`.
    List<String> facts() {
        return json.path("understood").path("facts").valueStream().map(fact -> fact.path("subject").stringValue() + " "
                + fact.path("id").stringValue() + "=" + fact.path("value").asString()).toList();
    }

    List<String> notices() {
        return json.path("notices").valueStream().map(notice -> notice.path("kind").stringValue()).toList();
    }

    /// The steps that a document is brought to, by id.
    List<String> needing(String document) {
        var numbers = json.path("documents").valueStream().filter(each -> each.path("id").stringValue().equals(document))
                .flatMap(each -> each.path("neededFor").valueStream()).map(JsonNode::intValue).toList();
        return steps().filter(step -> numbers.contains(step.path("number").intValue())).map(step -> step.path("id").stringValue()).toList();
    }

    /// The steps to do before a step, by id.
    List<String> before(String step) {
        var numbers = step(step).path("after").valueStream().map(JsonNode::intValue).toList();
        return steps().filter(each -> numbers.contains(each.path("number").intValue())).map(each -> each.path("id").stringValue()).toList();
    }

    /// Ids of the documents to bring.
    List<String> documents() {
        return json.path("documents").valueStream().map(document -> document.path("id").stringValue()).toList();
    }
}
