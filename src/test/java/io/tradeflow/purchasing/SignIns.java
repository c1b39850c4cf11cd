package io.tradeflow.purchasing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins of people of a test, with the password of the demo. */
final class SignIns {

    private SignIns() {}

    /** Takes over the hash that a person of the demo has: hashing and verifying it anew takes longer than most tests, and others test that. */
    static void open(JdbcClient jdbc, String address, String name, String buyer) {
        int opened = jdbc.sql("insert into buyer_user (user_id, name, buyer_code, password_hash, opened_at)"
                        + " select :address, :name, :buyer, password_hash, now() from buyer_user"
                        + " where user_id = 'priya@sahyadri-agro.example'")
                .param("address", address)
                .param("name", name)
                .param("buyer", buyer)
                .update();
        if (opened != 1) {
            throw new AssertionError("The demo has no Priya");
        }
    }
}
