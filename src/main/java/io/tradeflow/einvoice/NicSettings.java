package io.tradeflow.einvoice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How we sign in at the portal itself.
 *
 * @param clientId with {@code clientSecret} as the portal gave them for its interface
 * @param key the portal's public key for signing in, in PEM; another one than that of its signatures
 * @param authPath where to sign in
 * @param users who signs in for which GSTIN of the seller
 */
record NicSettings(String clientId, String clientSecret, String key, String authPath, Map<String, User> users) {

    /** @param userName of the user for the interface, whom the taxpayer makes on the portal */
    record User(String userName, String password) {

        @Override
        public String toString() {
            return "User[" + userName + "]";
        }
    }

    NicSettings {
        authPath = authPath == null || authPath.isBlank() ? "/eivital/v1.04/auth" : authPath;
        Map<String, User> byGstin = new TreeMap<>();
        if (users != null) {
            // from the environment the GSTIN comes in small letters
            users.forEach((gstin, user) -> byGstin.put(gstin.toUpperCase(Locale.ROOT), user));
        }
        users = byGstin;
    }

    Optional<User> user(String gstin) {
        return Optional.ofNullable(users.get(gstin)).filter(user -> user.userName() != null && user.password() != null);
    }

    boolean isComplete() {
        return clientId != null && clientSecret != null && key != null && !key.isBlank() && !users.isEmpty();
    }

    @Override
    public String toString() {
        return "NicSettings" + users.keySet();
    }
}
