package io.tradeflow.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The last line of a start: where the program is and, in the demo, who can sign in. */
@Component
class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    private static final String ADDRESSES =
            """
            Tradeflow is ready.
              Staff     {0}/desk
              Buyers    {0}/portal
              Tasklist  {0}/camunda/app/tasklist/default/
              Cockpit   {0}/camunda/app/cockpit/default/
              API       {0}/api""";

    private static final String DEMO_SIGN_INS =
            """

              Sign in with the password "demo" as
                asha (sales desk), meera (sales manager), vikram (director), tara (stock planner),
                ravi (warehouse), lata (quality), farid and nisha (finance), omkar (operations), pia (process owner), admin,
                or as the buyer priya@sahyadri-agro.example""";

    @EventListener
    void announce(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            String base = "http://localhost:" + web.getWebServer().getPort();
            Environment environment = web.getEnvironment();
            boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
            log.info("{}{}", ADDRESSES.replace("{0}", base), demo ? DEMO_SIGN_INS : "");
        }
    }
}
