package io.tradeflow.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API for integrators, shown at /api. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "409", "422");

    static {
        // The acting person comes from the sign-in, not from the request.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Actor.Staff.class, Actor.BuyerUser.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tradeflow API")
                                .version("v1")
                                .description(
                                        "B2B orders from inquiry to paid invoice. Money has two decimals and its currency beside it; "
                                                + "quantities carry a unit; dates are ISO 8601. Refusals are RFC 9457 problems whose `type` is stable. "
                                                + "Writes take an `Idempotency-Key`, so that a request that got no answer can be sent again."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Staff by user name, buyers' users by mail address")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    GroupedOpenApi everythingApi() {
        return group("1-all", "Everything", "/api/v1/**");
    }

    @Bean
    GroupedOpenApi salesApi() {
        return group(
                "2-sales",
                "Sales",
                "/api/v1/inquiries/**",
                "/api/v1/deals/**",
                "/api/v1/quotes/**",
                "/api/v1/approvals/**",
                "/api/v1/approval-cases/**",
                "/api/v1/orders/**");
    }

    @Bean
    GroupedOpenApi goodsApi() {
        return group(
                "3-goods",
                "Stock and shipping",
                "/api/v1/stock/**",
                "/api/v1/stock-receipts/**",
                "/api/v1/shipments/**");
    }

    @Bean
    GroupedOpenApi moneyApi() {
        return group(
                "4-money",
                "Invoices and payments",
                "/api/v1/invoices/**",
                "/api/v1/payments/**",
                "/api/v1/open-items/**",
                "/api/v1/documents/**");
    }

    @Bean
    GroupedOpenApi masterDataApi() {
        return group(
                "5-master-data",
                "Products, buyers and tax data",
                "/api/v1/products/**",
                "/api/v1/buyers/**",
                "/api/v1/gst-rates/**",
                "/api/v1/eway-rules/**",
                "/api/v1/customs-rates/**");
    }

    @Bean
    GroupedOpenApi tasksApi() {
        return group("6-tasks", "Tasks and sign-in", "/api/v1/tasks/**", "/api/v1/me/**");
    }

    @Bean
    GlobalOpenApiCustomizer conventions() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getComponents().addSchemas(PROBLEM, problem());
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                    addRefusals(operation);
                    if (List.of("POST", "PUT", "DELETE").contains(method.name())) {
                        addIdempotencyKey(operation);
                    }
                }));
            }
        };
    }

    private static GroupedOpenApi group(String key, String title, String... paths) {
        return GroupedOpenApi.builder()
                .group(key)
                .displayName(title)
                .pathsToMatch(paths)
                .build();
    }

    private static void addRefusals(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        Content content = new Content()
                .addMediaType(
                        PROBLEM_TYPE, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        Map<String, String> meanings = Map.of(
                "400", "Not readable, incomplete or of the wrong type",
                "401", "Not signed in",
                "403", "Not allowed",
                "404", "There is no such thing, or it is not yours to see",
                "409", "Not possible in the state it is in",
                "422", "Breaks a rule of the trade");
        REFUSALS.forEach(status -> operation
                .getResponses()
                .putIfAbsent(
                        status,
                        new ApiResponse().description(meanings.get(status)).content(content)));
    }

    private static void addIdempotencyKey(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(IdempotencyFilter.KEY)
                .required(false)
                .description(
                        "1 to 80 visible ASCII characters of your choice, new for every intended effect. The same request "
                                + "under the same key takes effect once and is answered again from the record.")
                .schema(new StringSchema().maxLength(80)));
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(
                        IdempotencyFilter.REPLAYED,
                        new Header()
                                .description("true on an answer from the record")
                                .schema(new StringSchema()));
            }
        });
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("https://tradeflow.io/problems/invalid-request"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "violations",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema().example("lines[2].quantity"))
                                        .addProperty("message", new StringSchema())))
                .addProperty("incident", new StringSchema().description("To quote when the fault is ours"));
    }
}
