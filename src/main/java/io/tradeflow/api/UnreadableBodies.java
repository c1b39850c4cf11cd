package io.tradeflow.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a JSON body in words that help whoever wrote it: field, place and what would be right. */
final class UnreadableBodies {

    private UnreadableBodies() {}

    static ProblemAnswer explain(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof JsonMappingException mapping) {
            return ProblemAnswer.invalidRequest(List.of(new Problem.Violation(pathOf(mapping), reasonOf(mapping))));
        }
        if (cause instanceof JsonProcessingException syntax) {
            return ProblemAnswer.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-json",
                    "The body is not JSON",
                    "The JSON breaks off or is wrong" + placeOf(syntax.getLocation()) + ": "
                            + firstSentence(syntax.getOriginalMessage()));
        }
        return ProblemAnswer.of(
                HttpStatus.BAD_REQUEST, "body-missing", "The body is missing", "This request needs a JSON body");
    }

    private static String reasonOf(JsonMappingException mapping) {
        if (mapping instanceof PropertyBindingException unknown) {
            return "is not a field of this request; known are " + joined(unknown.getKnownPropertyIds());
        }
        if (mapping instanceof InvalidFormatException format) {
            return "'" + shortened(format.getValue()) + "' is not " + expected(format.getTargetType());
        }
        if (mapping instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return refused.getCause().getMessage();
        }
        if (mapping.getOriginalMessage() != null && mapping.getOriginalMessage().startsWith("Trailing token")) {
            return "there is more after the end of the JSON" + placeOf(mapping.getLocation());
        }
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + expected(mismatch.getTargetType()) + placeOf(mapping.getLocation());
        }
        return firstSentence(mapping.getOriginalMessage()) + placeOf(mapping.getLocation());
    }

    /** As in {@code lines[2].quantity}; empty where the whole body is of the wrong kind. */
    private static String pathOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an ISO date" + (type.getSimpleName().equals("LocalDate") ? ", such as 2026-11-23" : " and time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "a decimal number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return CharSequence.class.isAssignableFrom(type) ? "a text" : "an object";
    }

    private static String placeOf(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String joined(Collection<Object> names) {
        return names == null
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** Jackson's own text up to where it starts to speak of Java. */
    private static String firstSentence(String message) {
        String text = message == null ? "not readable" : message;
        int end = text.indexOf(" (");
        String sentence = end > 0 ? text.substring(0, end) : text;
        return sentence.lines().findFirst().orElse("not readable");
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
