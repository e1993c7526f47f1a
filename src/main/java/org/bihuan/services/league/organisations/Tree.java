package org.bihuan.services.league.organisations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.jspecify.annotations.Nullable;

/** All League organisations at one moment. */
public final class Tree {

  private final Map<String, Organisation> byCode = new LinkedHashMap<>();
  private final Map<String, List<Organisation>> under = new LinkedHashMap<>();

  Tree(Collection<Organisation> all) {
    for (var one : all) {
      byCode.put(one.code(), one);
      if (one.parent() != null) {
        under.computeIfAbsent(one.parent(), _ -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Every organisation, by code. */
  public List<Organisation> all() {
    return List.copyOf(byCode.values());
  }

  /** The organisation with this code. */
  public Optional<Organisation> find(@Nullable String code) {
    return Optional.ofNullable(code == null ? null : byCode.get(code));
  }

  /** Those right under one. */
  public List<Organisation> under(String code) {
    return List.copyOf(under.getOrDefault(code, List.of()));
  }

  /** The branches of an organisation that can be given to a member. */
  public List<Organisation> branches(String code) {
    return under(code).stream().filter(Organisation::branch).toList();
  }

  /** Some organisations and all that stands under them. */
  public Set<String> reach(Collection<String> codes) {
    var reached = new HashSet<String>();
    var next = new ArrayList<>(codes);
    while (!next.isEmpty()) {
      var code = next.removeLast();
      if (byCode.containsKey(code) && reached.add(code)) {
        under(code).forEach(one -> next.add(one.code()));
      }
    }
    return reached;
  }

  /** The school an organisation stands in, itself included. */
  public Optional<Organisation> school(@Nullable String code) {
    var at = find(code);
    while (at.isPresent() && at.get().kind() != Kind.SCHOOL) {
      at = find(at.get().parent());
    }
    return at;
  }

  /** A school's own branch of a kind: on the move, abroad, delayed. */
  public Optional<Organisation> ofSchool(@Nullable String code, Kind kind) {
    return school(code)
        .flatMap(school -> under(school.code()).stream().filter(o -> o.kind() == kind).findFirst());
  }

  /** The street organisation that looks after a place. */
  public Optional<Organisation> street(@Nullable String area) {
    return byCode.values().stream()
        .filter(one -> one.kind() == Kind.STREET && one.area() != null && area != null)
        .filter(one -> String.valueOf(area).startsWith(String.valueOf(one.area())))
        .findFirst();
  }
}
