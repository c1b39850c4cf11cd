package io.tradeflow.screen;

import io.tradeflow.kernel.Actor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page knows who looks at it. */
@ControllerAdvice(basePackages = {"io.tradeflow.desk", "io.tradeflow.portal"})
class PageSupport {

    @ModelAttribute("me")
    Actor me(Actor actor) {
        return actor;
    }
}
