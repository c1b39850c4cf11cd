package io.tradeflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program on a real PostgreSQL of the test JVM, over HTTP on a free port, with the demo company. Jobs do not run by themselves: see
 * {@link EngineJobs}. Time stands still until {@link TestClock} is moved. All tests share one program: a test makes its own deal and never
 * counts on being alone; it neither changes properties nor replaces beans, for either would start a second program.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@Import(TestProgram.class)
@ExtendWith(TestClock.Reset.class)
public @interface TradeflowTest {}
