package io.tradeflow.quotation;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Copies of records with one component changed. */
final class Records {

    private Records() {}

    static Stream<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }

    static Object get(Record from, String name) {
        return Arrays.stream(from.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> read(component, from))
                .orElse(null);
    }

    static <R extends Record> R with(R from, String name, Object value) {
        RecordComponent[] components = from.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? value : read(component, from))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) from.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
