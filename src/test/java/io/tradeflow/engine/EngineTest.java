package io.tradeflow.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The engine's room alone, on a PostgreSQL of its own, with small models and forms made for its tests. Jobs do not run by themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "tradeflow.processes.location=classpath:engine-models/",
            // The web apps of the whole program, which shares this JVM, look their engine up by the name "default".
            "camunda.bpm.process-engine-name=engineRoom"
        })
@ActiveProfiles("test")
@interface EngineTest {}
