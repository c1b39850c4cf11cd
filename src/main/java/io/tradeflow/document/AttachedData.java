package io.tradeflow.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The data of a document as the formatter takes a file to attach: an address that holds all of it. */
final class AttachedData {

    private AttachedData() {}

    static String address(String json) {
        return "data:application/json;base64,"
                + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
