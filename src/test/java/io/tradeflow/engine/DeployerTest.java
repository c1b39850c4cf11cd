package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeployerTest {

    private static final String STEP =
            "<serviceTask id=\"step\" name=\"Take a step\" camunda:delegateExpression=\"${%s}\"/>";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private BeanFactory beans;

    @TempDir
    private Path models;

    private final String left = "left" + UUID.randomUUID().toString().substring(0, 8);
    private final String right = "right" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void deploysAFolderAsAWholeAndOnlyWhenItChanged() throws IOException {
        write(left + "/one.bpmn", process(left + "-one", "sampleStep"));
        write(left + "/two.bpmn", process(left + "-two", "sampleStep"));
        write(right + "/three.bpmn", process(right + "-three", "sampleStep"));
        write(right + "/notes.txt", "not a model");
        deploy();
        deploy();
        assertThat(versions(left + "-one")).isOne();
        assertThat(versions(right + "-three")).isOne();

        write(left + "/one.bpmn", process(left + "-one", "sampleStep").replace("Take a step", "Take another step"));
        deploy();

        assertThat(versions(left + "-one")).isEqualTo(2);
        assertThat(versions(left + "-two")).isEqualTo(2);
        assertThat(versions(right + "-three")).isOne();
        Deployment deployment =
                repository.createDeploymentQuery().deploymentName(right).singleResult();
        assertThat(deployment.getSource()).isEqualTo("tradeflow");
        assertThat(repository.getDeploymentResourceNames(deployment.getId())).containsExactly(right + "/three.bpmn");
    }

    @Test
    void namesTheModelsOfTheClasspathTheSameWay() {
        ProcessDefinition sample = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sample-wait")
                .latestVersion()
                .singleResult();

        assertThat(sample.getResourceName()).isEqualTo("sample/sample-wait.bpmn");
    }

    @Test
    void refusesAModelThatCallsWhatIsNotThereBeforeAnythingIsDeployed() throws IOException {
        write(left + "/one.bpmn", process(left + "-one", "sampleStep"));
        write(right + "/three.bpmn", process(right + "-three", "smapleStep"));

        assertThatThrownBy(this::deploy)
                .isInstanceOf(StartRefused.class)
                .hasMessage("The model " + right + "/three.bpmn does not fit the program: the element step"
                        + " (\"Take a step\") calls ${smapleStep}, but there is no bean smapleStep.");
        assertThat(versions(left + "-one")).isZero();
    }

    @Test
    void oldVersionsCountAsLongAsADealRunsOnThem() {
        String deal = "INQ-" + UUID.randomUUID();
        String gone =
                runtime.startProcessInstanceByKey("sample-wait", deal, Map.of()).getProcessDefinitionId();
        WiringCheck whereNothingIsLeft = new WiringCheck(repository, bean -> false);
        whereNothingIsLeft.checkVersions(Set.of(gone));

        String job =
                runtime.startProcessInstanceByKey("sample-job", deal, Map.of()).getProcessDefinitionId();

        assertThatThrownBy(() -> whereNothingIsLeft.checkVersions(Set.of(job)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(job)
                .hasMessageContaining("no bean sampleStep");
    }

    @Test
    void refusesAModelInNoFolder() throws IOException {
        write("lost.bpmn", process("lost", "sampleStep"));

        assertThatThrownBy(this::deploy).isInstanceOf(StartRefused.class).hasMessageContaining("lost.bpmn");
    }

    private void deploy() {
        new Deployer(repository, new WiringCheck(repository, beans::containsBean))
                .deploy(new ModelFolders("file:" + models + "/").read());
    }

    private long versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private void write(String name, String content) throws IOException {
        Path file = models.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String process(String key, String bean) {
        String body = "<startEvent id=\"start\"/><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"step\"/>"
                + STEP.formatted(bean);
        return new String(ModelCallsTest.model(body)).replace("id=\"p\"", "id=\"" + key + "\"");
    }
}
