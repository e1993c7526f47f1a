package org.bihuan.services.whistles;

import java.util.List;
import java.util.Map;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whistle about to be blown.
 *
 * @param id chosen by the caller, so that a retry cannot blow twice
 * @param appeal the matter it is blown for; absent for enforcement and emergencies
 * @param title 1 to 200 characters
 * @param facts what the form of the whistle asks for; {@code unit} is the lead
 * @param others further departments
 * @param reasons why a department is called, by code; those the duty list does not give have none
 */
public record Blowing(
    CaseId id,
    @Nullable CaseView appeal,
    String title,
    ObjectNode facts,
    List<String> others,
    Map<String, String> reasons) {

  public Blowing {
    others = List.copyOf(others);
    reasons = Map.copyOf(reasons);
  }
}
