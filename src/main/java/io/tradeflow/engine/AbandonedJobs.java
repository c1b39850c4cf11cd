package io.tradeflow.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes over at once what a killed program had begun. Its jobs stay locked for five minutes, since another program might still be working
 * on them; with an embedded database, whose folder one program owns alone, there is no other, so nobody has to wait.
 */
@Component
@ConditionalOnProperty(name = "tradeflow.database.embedded", havingValue = "true", matchIfMissing = true)
class AbandonedJobs implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AbandonedJobs.class);

    private final JdbcClient jdbc;

    AbandonedJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the first job: the executor starts when the program is ready. */
    @Override
    public void afterSingletonsInstantiated() {
        int released = jdbc.sql(
                        "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
        if (released > 0) {
            log.info("Taking over {} step(s) that an earlier, killed program had begun", released);
        }
    }
}
