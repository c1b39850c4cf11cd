package io.tradeflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells a program that it may not; where only our token was missing, how to send it. */
class ApiRefusal implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        String detail = cause instanceof CsrfException
                ? "A change on a session needs the value of the cookie APP-XSRF in the header X-APP-XSRF"
                : "Your account does not have the right to do this";
        response.sendError(HttpStatus.FORBIDDEN.value(), detail);
    }
}
