package io.tradeflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.ResultActions;

/** What callers read when something is wrong: always a problem, always with the field, never with our insides. */
class ProblemTest {

    private static ApiProgram program;

    @BeforeAll
    static void start() {
        program = new ApiProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void clear() {
        program.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"count\":1,\"mode\":\"SEA\"}                     | mode              | 'SEA' is not one of ROAD, RAIL",
                "{\"count\":1,\"mode\":1}                           | mode              | ROAD, RAIL",
                "{\"count\":1,\"on\":\"tomorrow\"}                  | on                | 'tomorrow' is not an ISO date",
                "{\"count\":\"many\"}                               | count             | 'many' is not a whole number",
                "{\"count\":1.5}                                    | count             | whole number",
                "{\"count\":null}                                   | count             | whole number",
                "{\"count\":1,\"colour\":\"red\"}                   | colour            | known are count, lines, mode, name, on",
                "{\"count\":1,\"lines\":[{\"sku\":\"A\",\"quantity\":\"x\"}]}  | lines[0].quantity | 'x' is not a decimal number",
                "{\"count\":1,\"lines\":[{\"sku\":\"A\",\"quantity\":-2}]}     | lines[0].quantity | greater than 0",
                "{\"count\":1,\"lines\":[{\"sku\":\" \",\"quantity\":2}]}      | lines[0].sku      | blank",
                "{\"count\":1,\"lines\":[null]}                     | lines[0]          | null",
                "{\"count\":1,\"lines\":{}}                         | lines             | a list",
            })
    void aWrongBodyNamesTheFieldAndWhatWouldBeRight(String body, String field, String message) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/invalid-request"))
                .andExpect(jsonPath("$.instance").value("/api/v1/effects"))
                .andExpect(jsonPath("$.violations[0].field").value(field))
                .andExpect(jsonPath("$.violations[0].message").value(containsString(message)))
                .andExpect(content().string(not(containsString("java."))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"count\":1,            | malformed-json | line 1, column",
                "{\"count\":1} {}         | invalid-request | more after the end",
                "{\"count\":1,\"count\":2} | malformed-json | Duplicate field",
                "``                       | body-missing   | needs a JSON body",
            })
    void brokenJsonIsToldWithItsPlace(String body, String slug, String detail) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/" + slug))
                .andExpect(jsonPath("$.detail").value(containsString(detail)));
    }

    @Test
    void queryParametersAreCheckedToo() throws Exception {
        program.http
                .perform(get("/api/v1/effects").param("page", "one").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].field").value("page"))
                .andExpect(jsonPath("$.violations[0].message").value("'one' is not a whole number"));
        program.http
                .perform(get("/api/v1/effects").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].field").value("page"))
                .andExpect(jsonPath("$.violations[0].message").value("is missing"));
    }

    @Test
    void aProblemOfTheTradeKeepsItsSlug() throws Exception {
        program.http
                .perform(get("/api/v1/effects/7").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/not-found"))
                .andExpect(jsonPath("$.detail").value("There is no effect 7"));
    }

    @Test
    void theProgramsOwnFaultIsAnIncidentWithoutDetails() throws Exception {
        send("{\"count\":1,\"name\":\"broken\"}")
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.incident").value(matchesPattern("[2-9A-Z]{8}")))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void whoComesWhenAllConnectionsAreTakenMayComeAgain() throws Exception {
        send("{\"count\":1,\"name\":\"crowded\"}")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/crowded"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void whatTheDatabaseRefusesIsAConflictWithoutItsNames() throws Exception {
        send("{\"count\":1,\"name\":\"one\"}").andExpect(status().isCreated());
        program.http
                .perform(post("/api/v1/effects/duplicate").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/already-exists"))
                .andExpect(content().string(not(containsString("effect_pkey"))));
    }

    @Test
    void aCharacterTheDatabaseCannotKeepIsTheCallersToMend() throws Exception {
        send("{\"count\":1,\"name\":\"a\\u0000b\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/value-out-of-range"));
    }

    @Test
    void anotherTypeOfBodyIsRefused() throws Exception {
        program.http
                .perform(post("/api/v1/effects")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("hello")
                        .with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void staffAndBuyersAreToldApart() throws Exception {
        program.http
                .perform(get("/api/v1/effects/staff").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isOk())
                .andExpect(content().string("asha"));
        program.http
                .perform(get("/api/v1/effects/staff").with(ApiProgram.by(ApiProgram.PRIYA)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/staff-only"));
        program.http
                .perform(get("/api/v1/effects/buyers").with(ApiProgram.by(ApiProgram.ASHA)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/buyers-only"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAndWithoutItsLength() throws Exception {
        String large = "{\"count\":1,\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";
        send(large)
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/body-too-large"));
        program.http
                .perform(post("/api/v1/effects")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(large)
                        .with(ApiProgram.by(ApiProgram.ASHA))
                        .with(ProblemTest::withoutLength))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.type").value("https://tradeflow.io/problems/body-too-large"));
        assertThat(program.count()).isZero();
    }

    private static MockHttpServletRequest withoutLength(MockHttpServletRequest request) {
        MockHttpServletRequest chunked = new MockHttpServletRequest(request.getServletContext()) {
            @Override
            public long getContentLengthLong() {
                return -1;
            }

            @Override
            public int getContentLength() {
                return -1;
            }
        };
        HttpServletRequest original = request;
        chunked.setMethod(original.getMethod());
        chunked.setRequestURI(original.getRequestURI());
        chunked.setServletPath(original.getServletPath());
        chunked.setPathInfo(original.getPathInfo());
        chunked.setContentType(original.getContentType());
        chunked.setContent(request.getContentAsByteArray());
        return chunked;
    }

    private static ResultActions send(String body) throws Exception {
        return program.http.perform(post("/api/v1/effects")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(ApiProgram.by(ApiProgram.ASHA)));
    }
}
