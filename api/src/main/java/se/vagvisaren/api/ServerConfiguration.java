package se.vagvisaren.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.vagvisaren.api.release.ContentSource;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.rest.ProblemValve;

/// What the server is made of.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ServerConfiguration {

    @Bean
    Clock clock() {
        return ReleaseStore.SWEDISH_TIME;
    }

    @Bean
    ContentSource contentSource(@Value("${vagvisaren.content:}") String folder) {
        return ContentSource.of(folder);
    }

    @Bean
    ReleaseStore releaseStore(ContentSource source, Clock clock) {
        return ReleaseStore.open(source, clock);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Vägvisaren").version("1.0.0")
                        .description("One combined checklist for an errand that crosses the state, the municipality "
                                + "and the region. "
                                + "Nothing about a visitor is stored."))
                .servers(List.of(new Server().url("/")));
    }
}
