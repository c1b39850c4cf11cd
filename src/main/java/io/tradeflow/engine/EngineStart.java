package io.tradeflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What must stand before the first request and the first job: models, groups, rights, queues and the administrator. Nodes that start at
 * the same time do it one after the other.
 */
@Component
class EngineStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(EngineStart.class);

    /** Any number, as long as nothing else in this database locks on it. */
    private static final long LOCK = 7_240_001L;

    private final ModelFolders folders;
    private final WiringCheck wiring;
    private final Deployer deployer;
    private final Roles roles;
    private final Administrator administrator;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String location;

    EngineStart(
            @Value("${tradeflow.processes.location:classpath:processes/}") String location,
            RepositoryService repository,
            BeanFactory beans,
            Roles roles,
            Administrator administrator,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.location = location;
        this.folders = new ModelFolders(location);
        this.wiring = new WiringCheck(repository, beans::containsBean);
        this.deployer = new Deployer(repository, wiring);
        this.roles = roles;
        this.administrator = administrator;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ModelFolder> models = folders.read();
        if (models.isEmpty()) {
            log.warn("There are no models in {}", location);
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, n) -> true)
                    .single();
            deployer.deploy(models);
            wiring.checkVersions(versionsInUse());
            roles.establish();
            administrator.establish();
        });
    }

    private Set<String> versionsInUse() {
        return jdbc.sql("select distinct proc_def_id_ from act_ru_execution where proc_def_id_ is not null")
                .query(String.class)
                .set();
    }
}
