package io.tradeflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Finds the models below a place, on the classpath or in a folder. The names are the same wherever the models lie, exploded or inside the
 * program's jar, so that starting the program differently never looks like a change.
 */
class ModelFolders {

    private static final List<String> SUFFIXES = List.of(".bpmn", ".dmn", ".form");

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String pattern;
    private final String marker;

    /** @param location {@code classpath:processes/} or {@code file:/some/folder/} */
    ModelFolders(String location) {
        String folder = location.endsWith("/") ? location : location + "/";
        String path = folder.substring(folder.indexOf(':') + 1);
        this.marker = path.startsWith("/") ? path : "/" + path;
        this.pattern =
                (folder.startsWith("classpath:") ? folder.replace("classpath:", "classpath*:") : folder) + "**/*";
    }

    /** In the order of their names. */
    List<ModelFolder> read() {
        SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
        try {
            for (Resource resource : resources.getResources(pattern)) {
                if (isModel(resource)) {
                    String name = relativeName(resource);
                    folders.computeIfAbsent(folderOf(name), folder -> new TreeMap<>())
                            .putIfAbsent(name, resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + pattern + " cannot be read", e);
        }
        return folders.entrySet().stream()
                .map(folder -> new ModelFolder(folder.getKey(), folder.getValue()))
                .toList();
    }

    private static boolean isModel(Resource resource) {
        String file = resource.getFilename();
        return file != null && SUFFIXES.stream().anyMatch(file::endsWith);
    }

    private String relativeName(Resource resource) throws IOException {
        String url = URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        return url.substring(url.lastIndexOf(marker) + marker.length());
    }

    private static String folderOf(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new StartRefused(
                    "The model " + name + " lies in no folder.",
                    "Move it into the folder of the room it belongs to, such as processes/quotation/.");
        }
        return name.substring(0, slash);
    }
}
