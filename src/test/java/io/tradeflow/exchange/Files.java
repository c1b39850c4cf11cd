package io.tradeflow.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.journey.Api;

/** Files over HTTP as one person sends them. */
record Files(Api api, EngineJobs jobs) {

    /** Uploads and checks. */
    JsonNode upload(String kind, String text) {
        JsonNode file = api.postCsv("/imports?kind=" + kind, text).with(202).json();
        return goOn(file.path("id").asLong());
    }

    /** Uploads, checks and brings in. */
    JsonNode bringIn(String kind, String text) {
        long id = upload(kind, text).path("id").asLong();
        api.post("/imports/" + id + "/approval", null).with(202);
        return goOn(id);
    }

    JsonNode errors(JsonNode file) {
        return api.get("/imports/" + file.path("id").asLong() + "/errors");
    }

    JsonNode changes(JsonNode file) {
        return api.get("/imports/" + file.path("id").asLong() + "/changes");
    }

    String export(String kind) {
        return api.tryGet("/exports/" + kind).with(200).text();
    }

    JsonNode goOn(long id) {
        jobs.runDue("IMPORT-" + id);
        return api.get("/imports/" + id);
    }
}
