package io.tradeflow.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys each folder of models as one deployment: as a whole when one of its files has changed, so that models, tables and forms of a
 * room stay together, and not at all otherwise, so that version numbers mean something.
 */
class Deployer {

    static final String SOURCE = "tradeflow";

    private static final Logger log = LoggerFactory.getLogger(Deployer.class);

    private final RepositoryService repository;
    private final WiringCheck wiring;

    Deployer(RepositoryService repository, WiringCheck wiring) {
        this.repository = repository;
        this.wiring = wiring;
    }

    /** @throws StartRefused before anything is deployed, when a model names something that is not there */
    void deploy(List<ModelFolder> folders) {
        folders.forEach(wiring::check);
        folders.forEach(this::deploy);
    }

    private void deploy(ModelFolder folder) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(folder.name()).source(SOURCE).enableDuplicateFiltering(false);
        folder.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        log.info(
                "Models of {}: deployment {}",
                folder.name(),
                deployment.deploy().getId());
    }
}
