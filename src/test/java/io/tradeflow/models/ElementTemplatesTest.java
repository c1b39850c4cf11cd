package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.tradeflow.engine.ProcessStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Camunda Modeler's palette is written from the steps themselves, so that it never promises what the program does not do. After a change of
 * a step, write it anew: {@code mvn test -Dtest=ElementTemplatesTest -Dtradeflow.write-templates=true}.
 */
class ElementTemplatesTest {

    private static final Path TEMPLATES = Path.of(".camunda/element-templates");
    private static final boolean WRITE = Boolean.getBoolean("tradeflow.write-templates");

    /** The same line ends on every machine. */
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter JSON = new ObjectMapper()
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .writer(new DefaultPrettyPrinter().withArrayIndenter(INDENT).withObjectIndenter(INDENT));

    @Test
    void thePaletteOffersExactlyTheStepsOfTheProgram() throws IOException {
        Map<String, String> wanted = wanted();
        if (WRITE) {
            write(wanted);
        }

        assertThat(wanted).isNotEmpty();
        assertThat(existing()).isEqualTo(wanted);
    }

    /** File content by file name, one file per room. */
    private static Map<String, String> wanted() throws JsonProcessingException {
        Map<String, List<ElementTemplate>> byRoom = new TreeMap<>();
        ProgramScan.beans().forEach((bean, type) -> {
            ProcessStep step = type.getAnnotation(ProcessStep.class);
            if (step != null) {
                String room = type.getPackageName().split("\\.")[2];
                byRoom.computeIfAbsent(room, name -> new ArrayList<>()).add(ElementTemplate.of(bean, step, room));
            }
        });
        Map<String, String> files = new TreeMap<>();
        for (Map.Entry<String, List<ElementTemplate>> room : byRoom.entrySet()) {
            files.put(room.getKey() + ".json", JSON.writeValueAsString(room.getValue()) + "\n");
        }
        return files;
    }

    private static Map<String, String> existing() {
        return ModelFiles.below(TEMPLATES, ".json").stream()
                .collect(Collectors.toMap(file -> file.getFileName().toString(), ModelFiles::text));
    }

    private static void write(Map<String, String> wanted) throws IOException {
        Files.createDirectories(TEMPLATES);
        for (Path file : ModelFiles.below(TEMPLATES, ".json")) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            Files.writeString(TEMPLATES.resolve(file.getKey()), file.getValue());
        }
    }
}
