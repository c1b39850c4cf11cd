package io.tradeflow.engine;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The first administrator. There always is one, because as long as there is none the web apps offer to create it to whoever asks first.
 * In production name and password come from the environment, and there is no start without good ones.
 */
@Component
class Administrator {

    static final int SHORTEST_PASSWORD = 12;

    private static final String USER = "tradeflow.admin.user";
    private static final String PASSWORD = "tradeflow.admin.password";
    private static final String REMEDY =
            "Set TRADEFLOW_ADMIN_USER and TRADEFLOW_ADMIN_PASSWORD (or --tradeflow.admin.user and --tradeflow.admin.password).";
    private static final Set<String> GUESSED_FIRST = Set.of(
            "admin",
            "demo",
            "changeme",
            "change-me",
            "change me",
            "password",
            "passw0rd",
            "secret",
            "tradeflow",
            "camunda");

    private final IdentityService identity;
    private final StaffDirectory staff;
    private final Account account;

    Administrator(IdentityService identity, StaffDirectory staff, Environment environment) {
        this.identity = identity;
        this.staff = staff;
        this.account = environment.acceptsProfiles(Profiles.of("production"))
                ? fromEnvironment(environment.getProperty(USER), environment.getProperty(PASSWORD))
                : new Account("admin", "demo");
    }

    /** Who it is and the password; never printed. */
    record Account(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** @throws StartRefused when one is missing, too short or among those that are guessed first */
    static Account fromEnvironment(String user, String password) {
        if (user == null || user.isBlank()) {
            throw new StartRefused("There is no administrator: tradeflow.admin.user is not set.", REMEDY);
        }
        if (password == null || password.isBlank()) {
            throw new StartRefused("The administrator has no password: tradeflow.admin.password is not set.", REMEDY);
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new StartRefused(
                    "The administrator's password is shorter than " + SHORTEST_PASSWORD + " characters.", REMEDY);
        }
        if (isGuessable(user, password)) {
            throw new StartRefused("The administrator's password is one that is guessed first.", REMEDY);
        }
        return new Account(user.trim(), password);
    }

    /** Creates the account, or brings name and password of the one there is to what is set now. */
    void establish() {
        staff.save(
                account.user(),
                "Administrator",
                "",
                account.user() + "@localhost",
                account.password(),
                Set.of(Roles.ADMINISTRATORS));
        if (!identity.checkPassword(account.user(), account.password())) {
            User user = identity.createUserQuery().userId(account.user()).singleResult();
            user.setPassword(account.password());
            identity.saveUser(user);
        }
    }

    /** Repeating a bad word, or padding it with digits, does not make it better. */
    private static boolean isGuessable(String user, String password) {
        String core = withoutPadding(password);
        return core.isEmpty()
                || core.equals(withoutPadding(user))
                || GUESSED_FIRST.stream()
                        .anyMatch(word -> core.replace(word, "").isBlank());
    }

    private static String withoutPadding(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[0-9!.\\s]+", "");
    }
}
