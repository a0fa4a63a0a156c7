package io.fettle.ticket.desk;

import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.fettle.ticket.push.PushSchema;

/** What pushes share in the OpenAPI document: the form of their bodies, which resources take as bytes, and their refusal. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedPushes implements OASFilter {

    private static final Map<String, Form> FORMS = Map.of(
            "IncidentPush", Form.INCIDENTS,
            "ChangeRequestTaskPush", Form.CHANGE_REQUESTS,
            "ServiceRequestTaskPush", Form.SERVICE_REQUESTS,
            "SubTaskPush", Form.SUB_TASKS,
            "ProblemPush", Form.PROBLEMS,
            "VulnerabilityPush", Form.VULNERABILITIES);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        FORMS.forEach((name, form) -> {
            String ticket = name + "Item";
            document.getComponents().addSchema(ticket, PushSchema.ofTicket(form.modules()));
            document.getComponents().addSchema(name, PushSchema.ofBody(ticket));
        });
        document.getComponents().addResponse("V2RefusedPush", refusal("V2WriteFailure", Examples.REFUSED));
        document.getComponents().addResponse("V1RefusedPush", refusal("V1Failure", Examples.REFUSED_V1));
    }

    private static APIResponse refusal(String schema, String example) {
        return OASFactory.createAPIResponse()
                .description("Items are at fault, and nothing is stored; all faults are told at once")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(schema))
                                        .example(new JsonObject(example).getMap())));
    }
}
