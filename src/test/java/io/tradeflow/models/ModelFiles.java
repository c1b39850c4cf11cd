package io.tradeflow.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The files a model test reads, straight from the repository. */
final class ModelFiles {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    private ModelFiles() {}

    static List<Path> below(Path folder, String ending) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BpmnModelInstance process(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    static DmnModelInstance decisions(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
