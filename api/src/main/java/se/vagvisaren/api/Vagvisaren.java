package se.vagvisaren.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import se.vagvisaren.api.terminal.Terminal;

/// Starts the server, or runs a command when one is given.
@SpringBootApplication
public class Vagvisaren {

    /// @param arguments a command of [Terminal] with its arguments, or settings of the server, or nothing
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("--")) {
            System.exit(Terminal.standard().run(arguments));
        }
        var server = SpringApplication.run(Vagvisaren.class, arguments);
        if (server instanceof WebServerApplicationContext web) {
            Terminal.standard().say("Vägvisaren svarar på http://localhost:" + web.getWebServer().getPort() + "/");
        }
    }
}
