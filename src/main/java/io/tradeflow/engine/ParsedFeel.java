package io.tradeflow.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * The cells of decision tables, each read once, and those that name nothing but figures and texts compared once with each value. The
 * engine's own reads a cell anew whenever it is compared and makes a whole language environment for it: a table asked about each line of a
 * long quote would take seconds. What cannot be answered here is left to the engine's own, so that errors are the same.
 */
class ParsedFeel implements FeelEngine {

    private static final int CELLS = 5000;
    private static final int COMPARISONS = 100_000;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern CONSTANT =
            Pattern.compile("(?:\"[^\"]*\"|\\b(?:not|null|true|false)\\b|[\\s\\d.,<>=()\\[\\]-])+");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "not");

    private final FeelEngine own = new ScalaFeelEngine(List.of());
    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final LoadingCache<String, Cell> cells =
            Caffeine.newBuilder().maximumSize(CELLS).build(this::read);
    private final Cache<Comparison, Boolean> compared =
            Caffeine.newBuilder().maximumSize(COMPARISONS).build();

    /** @param parsed null where it cannot be read */
    private record Cell(ParsedExpression parsed, boolean constant) {}

    private record Comparison(String cell, Object value) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        String plain = expression.strip();
        if (VARIABLE.matcher(plain).matches() && !WORDS.contains(plain) && variables.containsVariable(plain)) {
            return (T) value(variables.resolve(plain));
        }
        if (TEXT.matcher(plain).matches()) {
            return (T) plain.substring(1, plain.length() - 1);
        }
        return own.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        Cell cell = cells.get(expression);
        if (cell.parsed() == null) {
            return own.evaluateSimpleUnaryTests(expression, inputVariable, variables);
        }
        if (!cell.constant()) {
            return compare(cell, expression, inputVariable, variables);
        }
        Comparison comparison = new Comparison(expression, value(variables.resolve(inputVariable)));
        return compared.get(comparison, missing -> compare(cell, expression, inputVariable, variables));
    }

    private boolean compare(Cell cell, String expression, String inputVariable, VariableContext variables) {
        Map<String, Object> values = new HashMap<>();
        variables.keySet().forEach(name -> values.put(name, value(variables.resolve(name))));
        EvaluationResult answer = feel.evaluateWithInput(cell.parsed(), values.get(inputVariable), values);
        return answer.isSuccess() && answer.result() instanceof Boolean matches
                ? matches
                : own.evaluateSimpleUnaryTests(expression, inputVariable, variables);
    }

    private Cell read(String expression) {
        ParseResult parsed = feel.parseUnaryTests(expression);
        return new Cell(
                parsed.isSuccess() ? parsed.parsedExpression() : null,
                CONSTANT.matcher(expression).matches());
    }

    private static Object value(TypedValue typed) {
        return typed == null ? null : typed.getValue();
    }
}
