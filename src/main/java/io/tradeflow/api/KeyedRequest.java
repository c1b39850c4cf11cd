package io.tradeflow.api;

import java.util.Arrays;

/**
 * A write with the caller's own key.
 *
 * @param actor who sent it; keys of different people never meet
 * @param path with the query, as sent
 * @param bodySha256 32 bytes
 */
record KeyedRequest(String actor, String key, String method, String path, byte[] bodySha256) {

    boolean isSameAs(KeyedRequest other) {
        return method.equals(other.method) && path.equals(other.path) && Arrays.equals(bodySha256, other.bodySha256);
    }
}
