package io.tradeflow.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.einvoice.IrpSession.Open;

/**
 * Talks to the e-invoice API, version 1.03: in plain JSON, as GST Suvidha providers offer it, or in a session of our own as the portal itself wants
 * it. An answer is {@code Status} 1 with {@code Data}, or 0 with {@code ErrorDetails}. Whatever else comes counts as no answer, and so does an error
 * that asks for another try.
 */
final class IrpOverHttp implements Irp {

    private static final String INVOICE = "/eicore/v1.03/Invoice";
    private static final int SERVER_ERROR = 500;
    private static final int NOT_SIGNED_IN = 401;

    private final IrpLine line;
    private final IrpSession session;
    private final String credentials;

    /** @param credentials which settings to look at where the portal does not let us in */
    IrpOverHttp(IrpLine line, IrpSession session, String credentials) {
        this.line = line;
        this.session = session;
        this.credentials = credentials;
    }

    @Override
    public boolean isByHand() {
        return false;
    }

    @Override
    public IrpAnswer register(String sellerGstin, String request) {
        return ask(sellerGstin, INVOICE, request);
    }

    @Override
    public IrpAnswer find(String sellerGstin, String irn) {
        return ask(sellerGstin, INVOICE + "/irn/" + irn, null);
    }

    @Override
    public IrpAnswer cancel(String sellerGstin, String request) {
        return ask(sellerGstin, INVOICE + "/Cancel", request);
    }

    /** A session that the portal has ended is begun anew, once. */
    private IrpAnswer ask(String sellerGstin, String path, String request) {
        Open open = session.open(sellerGstin);
        IrpLine.Response response = send(open, sellerGstin, path, request);
        if (session.signsIn() && isEnded(response)) {
            session.ended(sellerGstin, open);
            open = session.open(sellerGstin);
            response = send(open, sellerGstin, path, request);
        }
        return answer(open, response);
    }

    private IrpLine.Response send(Open open, String sellerGstin, String path, String request) {
        return line.ask(path, open.headers(), sellerGstin, request == null ? null : open.sealed(request));
    }

    private static boolean isEnded(IrpLine.Response response) {
        if (response.status() == NOT_SIGNED_IN) {
            return true;
        }
        try {
            return IrpErrors.of(response.json(), IrpLine.JSON).isEndOfToken();
        } catch (IrpUnavailable noJson) {
            return false; // whatever it is, it says nothing about the session
        }
    }

    private IrpAnswer answer(Open open, IrpLine.Response response) {
        int status = response.status();
        if (status == NOT_SIGNED_IN || status == 403) {
            throw notLetIn("HTTP " + status);
        }
        if (status == 429) {
            throw new IrpUnavailable("The e-invoice portal wants fewer questions at a time (HTTP 429)");
        }
        if (status >= SERVER_ERROR) {
            throw new IrpUnavailable("The e-invoice portal is down (HTTP " + status + ")");
        }
        JsonNode json = response.json();
        if (json.path("Status").asText().equals("1")) {
            JsonNode data = data(open, json.path("Data"), status);
            return new IrpAnswer(data, null, null, session.signsIn() ? readable(json, data) : response.body());
        }
        IrpErrors errors = IrpErrors.of(json, IrpLine.JSON);
        if (errors.code() == null) {
            throw new IrpUnavailable("The e-invoice portal gave an answer that is none (HTTP " + status + ")");
        }
        if (errors.isAboutAccess()) {
            throw notLetIn(errors.code() + ": " + errors.messages());
        }
        if (errors.isPassing()) {
            throw new IrpUnavailable(
                    "The e-invoice portal failed by itself (" + errors.code() + ": " + errors.messages() + ")");
        }
        return new IrpAnswer(null, errors.code(), errors.messages(), response.body());
    }

    private IrpUnavailable notLetIn(String why) {
        return new IrpUnavailable(
                "The e-invoice portal does not let us in (" + why + "): check the credentials in " + credentials);
    }

    private static JsonNode data(Open open, JsonNode data, int status) {
        return data.isTextual() ? new IrpLine.Response(status, open.unsealed(data.asText())).json() : data;
    }

    /** The answer as a person can read it: with what was sealed in it. */
    private static String readable(JsonNode answer, JsonNode data) {
        try {
            return IrpLine.JSON.writeValueAsString(((ObjectNode) answer).set("Data", data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written", e);
        }
    }
}
