package org.bihuan.portal.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI description: what all calls share is said once, here. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

  private static final String BEARER = "bearer";
  private static final String PROBLEM = "application/problem+json";

  private static final Map<String, String> OF_READS =
      Map.of(
          "400", "A parameter cannot be understood",
          "401", "The token is missing or worthless",
          "403", "The roles or the unit do not allow it",
          "404", "There is no such thing, or it is not for the caller to know");

  private static final Map<String, String> OF_WRITES =
      Map.of(
          "409", "Refused by the rules; `refusal` says why",
          "413", "The body has more than 1 MB",
          "415", "The body is not JSON",
          "422", "Fields are wrong, or the key was used for another request",
          "503", "Busy; try again after `Retry-After` seconds");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Call.class);
  }

  @Bean
  OpenAPI openApi() {
    var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER);
    var components =
        new Components()
            .addSecuritySchemes(BEARER, bearer.description("A token of a staff account"));
    ModelConverters.getInstance(true).readAll(ProblemAnswer.class).forEach(components::addSchemas);
    return new OpenAPI()
        .info(
            new Info()
                .title("Bihuan")
                .version("1")
                .description("Everything a resident raises, until it is closed.")
                .license(new License().name("Apache-2.0")))
        .components(components);
  }

  @Bean
  OperationCustomizer everyOperation() {
    return (operation, handler) -> {
      add(operation, OF_READS);
      if (operation.getRequestBody() != null) {
        add(operation, OF_WRITES);
        operation.addParametersItem(key());
      }
      if (handler.getBeanType() == TrackRoutes.class) {
        add(operation, Map.of("429", "Too many wrong tries; wait `Retry-After` seconds"));
      }
      if (secured(handler)) {
        operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
      }
      return operation;
    };
  }

  private static boolean secured(HandlerMethod handler) {
    return handler.getMethodAnnotation(Needs.class) != null
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Needs.class);
  }

  private static HeaderParameter key() {
    var key = new HeaderParameter();
    key.name(Call.KEY)
        .required(false)
        .description(
            "Recommended: 1 to 128 visible ASCII characters of your own. A retry with the same key"
                + " and body does nothing twice and gets the first answer again, with the header "
                + Answering.REPLAYED
                + ".")
        .schema(new StringSchema().minLength(1).maxLength(128));
    return key;
  }

  private static void add(Operation operation, Map<String, String> problems) {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    problems.forEach(
        (status, meaning) ->
            operation
                .getResponses()
                .addApiResponse(
                    status,
                    new ApiResponse()
                        .description(meaning)
                        .content(
                            new Content().addMediaType(PROBLEM, new MediaType().schema(schema)))));
  }
}
