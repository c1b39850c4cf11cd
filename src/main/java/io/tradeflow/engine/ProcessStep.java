package io.tradeflow.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says to process owners what a delegate does; Modeler's palette entry (element template) is generated from it. The Spring bean name of the
 * delegate is a published contract: running models call it by that name, so it is never renamed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessStep {

    /** Name in the palette, e.g. "Allocate stock". */
    String label();

    /** One or two sentences for the process owner. */
    String description();

    /** Process variables the step reads. */
    Variable[] inputs() default {};

    /** Process variables the step writes. */
    Variable[] outcomes() default {};

    /** Codes of BPMN errors the step may raise. */
    Error[] errors() default {};

    @interface Variable {
        String name();

        String description();
    }

    @interface Error {
        String code();

        String description();
    }
}
