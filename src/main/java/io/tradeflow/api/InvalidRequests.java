package io.tradeflow.api;

import io.tradeflow.kernel.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what Bean Validation and Spring's binding report into violations with the field's path as the caller wrote it. */
final class InvalidRequests {

    private static final Comparator<Problem.Violation> BY_FIELD =
            Comparator.comparing(Problem.Violation::field).thenComparing(Problem.Violation::message);

    private InvalidRequests() {}

    static ProblemAnswer explain(BindException invalid) {
        List<Problem.Violation> violations = new ArrayList<>();
        invalid.getAllErrors().forEach(error -> violations.add(violation("", error)));
        return answer(violations);
    }

    static ProblemAnswer explain(HandlerMethodValidationException invalid) {
        List<Problem.Violation> violations = new ArrayList<>();
        for (ParameterValidationResult parameter : invalid.getParameterValidationResults()) {
            String name = parameter.getMethodParameter().getParameterName();
            String index = parameter.getContainerIndex() == null ? "" : "[" + parameter.getContainerIndex() + "]";
            if (parameter instanceof ParameterErrors errors) {
                errors.getAllErrors()
                        .forEach(error -> violations.add(violation(index.isEmpty() ? "" : index + ".", error)));
            } else {
                parameter
                        .getResolvableErrors()
                        .forEach(error -> violations.add(new Problem.Violation(name + index, messageOf(error))));
            }
        }
        return answer(violations);
    }

    static ProblemAnswer explain(ConstraintViolationException invalid) {
        return answer(invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.Violation(fieldOf(violation), violation.getMessage()))
                .toList());
    }

    static ProblemAnswer explain(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        String expected = type == null ? "readable" : UnreadableBodies.expected(type);
        return ProblemAnswer.invalidRequest(
                List.of(new Problem.Violation(mismatch.getName(), "'" + mismatch.getValue() + "' is not " + expected)));
    }

    static ProblemAnswer explain(ServletRequestBindingException missing) {
        String field = missing instanceof MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : "";
        String message = missing instanceof MissingRequestValueException && !field.isEmpty()
                ? "is missing"
                : missing.getBody().getDetail();
        return ProblemAnswer.invalidRequest(List.of(new Problem.Violation(field, message)));
    }

    private static Problem.Violation violation(String prefix, ObjectError error) {
        return error instanceof FieldError field
                ? new Problem.Violation(prefix + field.getField(), describe(field))
                : new Problem.Violation(
                        prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), messageOf(error));
    }

    /** A query parameter bound to a record carries Spring's long conversion text; the caller needs only the value. */
    private static String describe(FieldError field) {
        return field.isBindingFailure() ? "'" + field.getRejectedValue() + "' cannot be read" : messageOf(field);
    }

    private static String messageOf(MessageSourceResolvable error) {
        return error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
    }

    /** Without the leading method and parameter name that method validation puts in front. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == jakarta.validation.ElementKind.METHOD) {
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(node);
        }
        return path.toString();
    }

    private static ProblemAnswer answer(List<Problem.Violation> violations) {
        return ProblemAnswer.invalidRequest(
                violations.isEmpty()
                        ? List.of(new Problem.Violation("", "is not valid"))
                        : violations.stream().sorted(BY_FIELD).toList());
    }
}
