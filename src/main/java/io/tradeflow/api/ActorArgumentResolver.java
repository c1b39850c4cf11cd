package io.tradeflow.api;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.function.Predicate;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the acting person. Asking for {@link Actor.Staff} or {@link Actor.BuyerUser} is at the same time the
 * check that it is one: the other kind gets a 403 problem.
 */
class ActorArgumentResolver implements HandlerMethodArgumentResolver {

    private final Predicate<Actor.BuyerUser> stillIn;

    /** @param stillIn whether a buyer's sign-in is open now: a session outlives the day it is closed */
    ActorArgumentResolver(Predicate<Actor.BuyerUser> stillIn) {
        this.stillIn = stillIn;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Actor actor = CurrentActor.find()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
        if (actor instanceof Actor.BuyerUser user && !stillIn.test(user)) {
            throw Problem.forbidden("sign-in-closed", "Your sign-in was closed by an administrator of your company");
        }
        if (parameter.getParameterType().isInstance(actor)) {
            return actor;
        }
        throw parameter.getParameterType() == Actor.Staff.class
                ? Problem.forbidden("staff-only", "Only the seller's staff may do this")
                : Problem.forbidden("buyers-only", "Only a buyer's user may do this");
    }
}
